import assert from 'node:assert/strict';
import { Newest } from '../../../src/extension/common/newest.js';

/** An answer that is given later. */
function later(): { readonly answer: Promise<string>; give(value: string): void; fail(): void } {
  let [give, fail] = [(_: string): void => undefined, (): void => undefined];
  const answer = new Promise<string>((resolve, reject) => {
    give = resolve;
    fail = () => reject(new Error('stopped'));
  });
  return { answer, give, fail };
}

describe('a question that is asked anew while it is being answered', () => {
  it('has the newest answer for everybody who asked, in whatever order the answers come', async () => {
    const newest = new Newest<string>();
    const [one, two, three] = [later(), later(), later()];
    const first = newest.take(one.answer);
    const second = newest.take(two.answer);
    one.give('half of one');
    const third = newest.take(three.answer);
    three.give('all of three');
    two.fail();
    assert.deepEqual(await Promise.all([first, second, third]), Array(3).fill('all of three'));
  });

  it('has the answer that there is where nobody asked anew, and its failure where it fails', async () => {
    const newest = new Newest<string>();
    const [one, two] = [later(), later()];
    one.give('all of one');
    assert.equal(await newest.take(one.answer), 'all of one');
    two.fail();
    await assert.rejects(newest.take(two.answer), /stopped/);
  });
});
