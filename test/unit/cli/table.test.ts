import assert from 'node:assert/strict';
import { didYouMean, nearest } from '../../../src/cli/near.js';
import { displayWidth, formatTable, plain, wrap } from '../../../src/cli/table.js';

describe('tables for the terminal', () => {
  it('aligns columns by what letters take on a screen', () => {
    const rows = [
      ['日本', '1'],
      ['e\u0301te', '22'],
    ];
    assert.equal(
      formatTable([{ title: 'NAME' }, { title: 'N', right: true }], rows),
      'NAME   N\n日本   1\ne\u0301te   22\n',
    );
    assert.equal(displayWidth('🌱a'), 3);
  });

  it('cuts long cells and leaves empty optional columns out', () => {
    const columns = [
      { title: 'A', longest: 4 },
      { title: 'B', optional: true },
    ];
    assert.equal(formatTable(columns, [['abcdef', '']]), 'A\nabc…\n');
    assert.equal(formatTable(columns, [['abcd', 'x']]), 'A     B\nabcd  x\n');
  });

  it('lets no text command the terminal', () => {
    assert.equal(plain('a\u001b[31m\nb\u009b1m'), 'a [31m b 1m');
    assert.equal(wrap('one two\nthree', 7, '> '), '> one two\n> three\n');
  });
});

describe('near names', () => {
  it('finds what was meant', () => {
    assert.deepEqual(nearest('chekc', ['check', 'code', 'codes']), ['check']);
    assert.deepEqual(nearest('disclosure', ['self-disclosure', 'hope']), ['self-disclosure']);
    assert.deepEqual(nearest('zzzzzz', ['hope', 'role']), []);
  });

  it('says it in a sentence', () => {
    assert.equal(didYouMean(['a', 'b', 'c'], ''), 'Did you mean a, b or c?');
    assert.equal(didYouMean([], 'Look it up.'), 'Look it up.');
  });
});
