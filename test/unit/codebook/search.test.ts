import assert from 'node:assert/strict';
import { CodeSearch } from '../../../src/core/codebook/codeSearch.js';
import { parseCodebook } from '../../../src/core/codebook/parse.js';

const codes = parseCodebook(`# Codebook

## Influence on meetings {#influence .theme}

### Self-disclosure {#self-disclosure formerly="sharing own-story"}

Talking about one's own crises.

### Café talk {#cafe}

## Hope {#hope}

A future that is imaginable, often through self-disclosure.
`).entries.filter(entry => entry.kind === 'code');

const search = new CodeSearch(codes);
const found = (query: string): string[] => search.find(query).map(code => code.id);

describe('finding a code', () => {
  it('leaves the order alone while nothing is typed', () => {
    assert.deepEqual(found(''), ['self-disclosure', 'cafe', 'hope']);
    assert.deepEqual(found('  '), ['self-disclosure', 'cafe', 'hope']);
  });

  it('looks at title, id, former ids, theme path and definition, the title counting most', () => {
    assert.deepEqual(found('disclosure'), ['self-disclosure', 'hope']);
    assert.deepEqual(found('own-story'), ['self-disclosure']);
    assert.deepEqual(found('imaginable'), ['hope']);
    assert.deepEqual(found('influence'), ['self-disclosure', 'cafe']);
  });

  it('does not mind accents, letter case or the order of words', () => {
    assert.deepEqual(found('CAFE'), ['cafe']);
    assert.deepEqual(found('talk café'), ['cafe']);
    assert.deepEqual(found('cafe\u0301'), ['cafe']);
  });

  it('wants every word to fit', () => {
    assert.deepEqual(found('cafe hope'), []);
  });
});
