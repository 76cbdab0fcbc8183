import assert from 'node:assert/strict';
import { loadingInTurns } from '../../../src/extension/common/loading.js';

/** What `await import()` of a part gives. */
const loaded = (then: PromiseLike<unknown>['then']): Promise<unknown> => new Promise((has, fails) => then(has, fails));

describe('a part of the extension', () => {
  it('is loaded once, behind what it needs, and is what its last file exports', async () => {
    const order: string[] = [];
    const file = (name: string) => () => {
      order.push(name);
      return { name };
    };
    const then = loadingInTurns([file('a'), file('b'), file('part')]);
    assert.deepEqual(order, []);
    assert.deepEqual(await Promise.all([loaded(then), loaded(then)]), [{ name: 'part' }, { name: 'part' }]);
    assert.deepEqual(await loaded(then), { name: 'part' });
    assert.deepEqual(order, ['a', 'b', 'part']);
  });

  it('is asked for again where it could not be loaded', async () => {
    let isThere = false;
    const then = loadingInTurns([
      () => {
        if (!isThere) throw new Error('gone');
        return 'part';
      },
    ]);
    await assert.rejects(loaded(then), /gone/);
    isThere = true;
    assert.equal(await loaded(then), 'part');
  });
});
