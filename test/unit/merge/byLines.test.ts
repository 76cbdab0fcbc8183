import { strict as assert } from 'node:assert';
import { isMergedByLines } from '../../../src/core/merge/afterwards/byLines.js';

/** Each letter is a line. */
const text = (letters: string): string => [...letters].map(letter => `${letter}\n`).join('');

function isByLines(base: string, ours: string, theirs: string, made: string): boolean {
  const versions = { path: 'any.md', bases: [text(base)], ours: text(ours), theirs: text(theirs) };
  return isMergedByLines(versions, text(made));
}

describe('what lines put together may give', () => {
  it('has what each side put in and took out', () => {
    assert.ok(isByLines('abcdef', 'axbcdef', 'abcdf', 'axbcdf'));
    assert.ok(isByLines('abcdef', 'abdef', 'abcdyef', 'abdyef'));
    assert.ok(isByLines('abc', 'abxc', 'abxc', 'abxc'));
    assert.ok(isByLines('abc', 'ac', 'ac', 'ac'));
  });

  it('has nothing else, and all of it', () => {
    assert.ok(!isByLines('abcdef', 'axbcdef', 'abcdf', 'axbcdzf'));
    assert.ok(!isByLines('abcdef', 'axbcdef', 'abcdf', 'axbcdef'));
    assert.ok(!isByLines('abcdef', 'axbcdef', 'abcdf', 'abcdf'));
    assert.ok(!isByLines('abcdef', 'axbcdef', 'abcdf', 'abxcdf'));
  });

  it('is no side of what both changed in one place', () => {
    for (const made of ['axc', 'ayc', 'axyc', 'abc', 'ac']) assert.ok(!isByLines('abc', 'axc', 'ayc', made), made);
    for (const made of ['axc', 'ac']) assert.ok(!isByLines('abc', 'axc', 'ac', made), made);
    for (const made of ['abxyc', 'abyxc']) assert.ok(!isByLines('abc', 'abxc', 'abyc', made), made);
  });

  it('may come of either way to compare lines that stand several times', () => {
    // Theirs has taken out the first blank line and b, or b and the second one: only then both changed one place.
    assert.ok(isByLines('a-b-c', 'a-b-x-c', 'a-c', 'a-x-c'));
  });

  it('is not known of several bases, nor of what is not there', () => {
    const versions = { path: 'any.md', bases: ['a\n', 'b\n'], ours: 'a\n', theirs: 'a\nc\n' };
    assert.ok(!isMergedByLines(versions, 'a\nc\n'));
    assert.ok(!isMergedByLines({ ...versions, bases: [undefined] }, 'a\nc\n'));
    assert.ok(!isMergedByLines({ ...versions, bases: ['a\n'], ours: undefined }, undefined));
  });

  it('is not looked for without end', () => {
    const many = 'ab'.repeat(200);
    assert.ok(!isByLines(many, `${many}a`, `b${many}`, `x${many}`));
  });
});
