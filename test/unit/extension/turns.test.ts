import assert from 'node:assert/strict';
import { takingTurns } from '../../../src/extension/common/turns.js';

describe('turns of the window', () => {
  it('are let to others once work has gone on for long enough, and then again', async () => {
    let now = 100;
    const pause = takingTurns(() => now);
    const isDue = () => pause() !== undefined;
    assert.equal(isDue(), false);
    now = 107;
    assert.equal(isDue(), false);
    now = 108;
    const turn = pause();
    assert.ok(turn !== undefined);
    now = 500;
    await turn;
    assert.equal(isDue(), false, 'what others take is not counted');
    now = 508;
    assert.equal(isDue(), true);
  });

  it('of several works come one by one, with everything else in between', async () => {
    const seen: string[] = [];
    const work = async (name: string): Promise<void> => {
      let now = 0;
      const pause = takingTurns(() => now);
      for (let i = 0; i < 3; i++) {
        now += 10;
        await pause();
        seen.push(name);
        // Whatever is done right behind a turn, before the next one, would be a dot.
        setImmediate(() => seen.push('.'));
      }
    };
    await Promise.all([work('a'), work('b')]);
    await new Promise(resolve => setImmediate(resolve));
    assert.equal(seen.join(''), 'a.b.a.b.a.b.');
  });
});
