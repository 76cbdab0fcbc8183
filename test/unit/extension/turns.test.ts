import assert from 'node:assert/strict';
import { Turns } from '../../../src/extension/common/turns.js';

const nextRound = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

describe('turns of the window', () => {
  it('are let to others once work has gone on for long enough, and then again', async () => {
    let now = 100;
    const { pause } = new Turns(() => now);
    const isDue = () => pause() !== undefined;
    assert.equal(isDue(), false);
    now = 105;
    assert.equal(isDue(), false);
    now = 106;
    const turn = pause();
    assert.ok(turn !== undefined);
    now = 500;
    await turn;
    assert.equal(isDue(), false, 'what others take is not counted');
    now = 506;
    assert.equal(isDue(), true);
  });

  it('begin anew with every round of the event loop, whoever was at work in the one before', async () => {
    let now = 0;
    const { pause } = new Turns(() => now);
    assert.equal(pause(), undefined);
    now = 5;
    await nextRound();
    assert.equal(pause(), undefined);
    now = 10;
    assert.equal(pause(), undefined);
  });

  it('are shared: what one work has used of a round another one has not', async () => {
    let now = 0;
    const turns = new Turns(() => now);
    const [one, other] = [turns.pause, turns.pause];
    assert.equal(one(), undefined);
    now = 6;
    assert.ok(other() !== undefined);
  });

  it('are none of others where one work takes a whole one', async () => {
    const turns = new Turns(() => 0);
    assert.equal(turns.pause(), undefined);
    const whole = turns.whole();
    let isBegun = false;
    void whole.then(() => {
      isBegun = true;
    });
    await Promise.resolve();
    assert.equal(isBegun, false, 'somebody was at work in this one');
    await whole;
    const next = turns.pause();
    assert.ok(next !== undefined);
    await next;
    assert.equal(turns.pause(), undefined);
  });

  const works = async (took: number): Promise<string> => {
    const seen: string[] = [];
    let now = 0;
    const { pause } = new Turns(() => now);
    const work = async (name: string): Promise<void> => {
      for (let i = 0; i < 3; i++) {
        await pause();
        seen.push(name);
        now += took;
        // Whatever is done right behind a turn, before the next one, would be a dot.
        setImmediate(() => seen.push('.'));
      }
    };
    await Promise.all([work('a'), work('b')]);
    await nextRound();
    return seen.join('');
  };

  it('of several works come one by one, with everything else in between', async () => {
    // Both had begun before one of them had taken long.
    assert.equal(await works(10), 'ab..a.b.a.b.');
  });

  it('of several works are in one round where they take little of it', async () => {
    assert.equal(await works(1), 'ababab......');
  });
});
