import assert from 'node:assert/strict';
import { atOnce, each, inPieces, type Pieces } from '../../../src/core/pieces.js';

/** Work that tells what was done of it. */
function* counting(to: number, done: number[]): Pieces<number> {
  try {
    for (let i = 0; i < to; i++) {
      done.push(i);
      yield;
    }
    return to;
  } finally {
    done.push(-1);
  }
}

describe('work in pieces', () => {
  it('comes to the same at once and in pieces', async () => {
    assert.equal(atOnce(counting(5, [])), 5);
    assert.equal(await inPieces(counting(5, []), {}), 5);
  });

  it('waits between two pieces where it is time for that', async () => {
    const seen: string[] = [];
    const done: number[] = [];
    let asked = 0;
    const pause = () => {
      if (++asked % 2 === 1) return undefined;
      seen.push(`after ${done.at(-1)}`);
      return Promise.resolve();
    };
    assert.equal(await inPieces(counting(5, done), { pause }), 5);
    assert.equal(asked, 5);
    assert.deepEqual(seen, ['after 1', 'after 3']);
  });

  it('goes no further once it is cancelled, and lets go of what it held', async () => {
    const cancellation = { cancelled: false };
    const done: number[] = [];
    const pause = async () => {
      if (done.length === 2) cancellation.cancelled = true;
    };
    assert.equal(await inPieces(counting(5, done), { cancellation, pause }), undefined);
    assert.deepEqual(done, [0, 1, -1]);
    const nothing: number[] = [];
    assert.equal(await inPieces(counting(5, nothing), { cancellation }), undefined);
    assert.deepEqual(nothing, []);
  });

  it('hands on what goes wrong in a piece', async () => {
    // biome-ignore lint/correctness/useYield: it fails before the first piece is done
    function* failing(): Pieces<void> {
      throw new Error('broken');
    }
    assert.throws(() => atOnce(failing()), /broken/);
    await assert.rejects(inPieces(failing(), {}), /broken/);
  });

  it('takes so many things to a piece, each once and in order', () => {
    for (const [length, size, sizes] of [
      [0, 3, [0]],
      [3, 3, [3]],
      [7, 3, [3, 3, 1]],
      [2, 1, [1, 1]],
    ] as const) {
      const taken: number[] = [];
      const found: number[] = [];
      const work = each(Array(length).keys(), size, i => taken.push(i));
      let before = 0;
      for (let isDone = false; !isDone; before = taken.length) {
        isDone = work.next().done === true;
        found.push(taken.length - before);
      }
      assert.deepEqual(found, sizes);
      assert.deepEqual(taken, [...Array(length).keys()]);
    }
  });
});
