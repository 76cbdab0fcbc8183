import assert from 'node:assert/strict';
import { explainDiskError } from '../../../src/node/diskError.js';

describe('an error of the disk', () => {
  const explained = (code: string): unknown =>
    explainDiskError(Object.assign(new Error(`${code}: raw`), { code }), 'codebook.md');

  for (const code of [
    'ENOSPC',
    'EDQUOT',
    'EROFS',
    'EACCES',
    'EPERM',
    'EBUSY',
    'EMFILE',
    'ENFILE',
    'EISDIR',
    'EIO',
    'ENAMETOOLONG',
  ]) {
    it(`names the file, says that it was not changed and what to do (${code})`, () => {
      const error = explained(code) as Error;
      assert.match(error.message, /^codebook\.md was not changed\. [A-Z].*\.$/);
      assert.ok(!error.message.includes(code));
      assert.match((error.cause as Error).message, /raw/);
    });
  }

  it('is left as it is where we have nothing to add', () => {
    const [unknown, ours] = [Object.assign(new Error('x'), { code: 'EWHAT' }), new Error('ours')];
    assert.equal(explainDiskError(unknown, 'a'), unknown);
    assert.equal(explainDiskError(ours, 'a'), ours);
    assert.equal(explainDiskError(undefined, 'a'), undefined);
  });
});
