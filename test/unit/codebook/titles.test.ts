import assert from 'node:assert/strict';
import { parseCodebook } from '../../../src/core/codebook/parse.js';
import { objectionTo } from '../../../src/core/codebook/titles.js';

const book = parseCodebook(
  '# Codebook\n\n## Role {#role .theme}\n\n### Slowing down {#slow}\n\n### 😀 {#smile}\n\n## Hope {#hope}\n',
);
const role = book.find('role');
const objection = (title: string, under = role, except?: string): unknown => {
  const found = objectionTo(book, title, under, except === undefined ? undefined : book.find(except));
  return found && ('entry' in found ? [found.kind, found.entry.id] : [found.kind]);
};

describe('a title that somebody types', () => {
  it('is fine where there is nothing like it', () => assert.equal(objection('Speeding up'), undefined));

  it('must not be empty', () => {
    for (const empty of ['', '   ', '\t\n', '\uFEFF']) assert.deepEqual(objection(empty), ['empty']);
  });

  it('must not stand in the same place already, letter case and accents aside', () => {
    assert.deepEqual(objection('Slowing down'), ['exists', 'slow']);
    assert.deepEqual(objection('  slowing  DOWN '), ['exists', 'slow']);
    assert.deepEqual(objection('Hope', undefined), ['similar', 'hope']);
    assert.deepEqual(objectionTo(book, 'hópe', undefined)?.kind, 'exists');
  });

  it('is doubted where the same stands elsewhere, or much the same here', () => {
    assert.deepEqual(objection('Hope'), ['similar', 'hope']);
    assert.deepEqual(objection('Slowing-down!'), ['similar', 'slow']);
  });

  it('may be its own', () => assert.equal(objection('SLOWING DOWN', role, 'slow'), undefined));

  it('of signs alone is compared as it is', () => {
    assert.equal(objection('🎉'), undefined);
    assert.deepEqual(objection('😀'), ['exists', 'smile']);
  });
});
