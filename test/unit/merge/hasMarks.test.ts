import assert from 'node:assert/strict';
import { firstMark, hasMarks } from '../../../src/core/merge/hasMarks.js';

const MARKED = 'a\n<<<<<<< here\nb\n=======\nc\n>>>>>>> there\n';

describe('conflict marks', () => {
  it('count where they are whole, and are found by their first line', () => {
    assert.equal(hasMarks(MARKED), true);
    assert.equal(firstMark(MARKED), 1);
    assert.equal(firstMark(MARKED.slice(2)), 0);
    assert.equal(hasMarks('a\n<<<<<<< here\nb\n'), false);
    assert.equal(hasMarks('a <<<<<<< here\n'), false);
    assert.equal(firstMark('a\n'), undefined);
  });
});
