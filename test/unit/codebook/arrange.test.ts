import assert from 'node:assert/strict';
import { Arrangement, type Wish } from '../../../src/core/codebook/arrange.js';
import type { CodebookEntry } from '../../../src/core/codebook/codebook.js';
import { parseCodebook } from '../../../src/core/codebook/parse.js';
import { phaseOf } from '../../../src/core/codebook/phase.js';

const book = parseCodebook(`# Codebook

## Zeal {#zeal .theme .candidate}

### Step 10 {#step-10}

### step 2 {#step-2 .reviewed}

### Élan {#elan}

## Role {#role .theme .defined}

### Pay {#pay .candidate}

#### Raises {#raises .defined}

## Loose {#loose}
`);
const USES: Readonly<Record<string, number>> = { 'step-10': 3, 'step-2': 7, elan: 3, role: 9, zeal: 13 };
const arranged = (wish: Partial<Wish>): Arrangement =>
  new Arrangement(book, { sort: 'document', phases: [], ...wish }, entry => USES[entry.id] ?? 0);

/** The rows as they are drawn: indented ids. */
function rows(arrangement: Arrangement, entry?: CodebookEntry, depth = 0): string[] {
  return arrangement
    .within(entry)
    .flatMap(child => [`${' '.repeat(depth)}${child.id}`, ...rows(arrangement, child, depth + 1)]);
}

describe('the order of the tree', () => {
  it('is that of the codebook', () => {
    assert.deepEqual(rows(arranged({})), [
      ...['zeal', ' step-10', ' step-2', ' elan'],
      ...['role', ' pay', '  raises', 'loose'],
    ]);
  });

  it('by name: numbers by their value, letter case and accents aside', () => {
    assert.deepEqual(rows(arranged({ sort: 'name' })), [
      ...['loose', 'role', ' pay', '  raises'],
      ...['zeal', ' elan', ' step-2', ' step-10'],
    ]);
  });

  it('by use: the most used first, equal ones in the order of the codebook', () => {
    assert.deepEqual(rows(arranged({ sort: 'use' })), [
      ...['zeal', ' step-2', ' step-10', ' elan'],
      ...['role', ' pay', '  raises', 'loose'],
    ]);
  });
});

describe('the filter by phase', () => {
  it('shows entries of the phases and what holds them', () => {
    const arrangement = arranged({ phases: ['reviewed', 'defined'] });
    assert.deepEqual(rows(arrangement), ['zeal', ' step-2', 'role', ' pay', '  raises']);
    assert.equal(arrangement.hidden, 3);
    assert.deepEqual(
      book.entries.filter(entry => !arrangement.shows(entry)).map(({ id }) => id),
      ['step-10', 'elan', 'loose'],
    );
  });

  it('can show what has no phase', () => {
    assert.deepEqual(rows(arranged({ phases: ['none'] })), ['zeal', ' step-10', ' elan', 'loose']);
  });

  it('does not bring along what stands in an entry that is shown', () => {
    assert.deepEqual(rows(arranged({ phases: ['candidate'] })), ['zeal', 'role', ' pay']);
  });

  it('goes with an order', () => {
    assert.deepEqual(rows(arranged({ phases: ['none'], sort: 'name' })), ['loose', 'zeal', ' elan', ' step-10']);
  });

  it('hides nothing where it is off', () => {
    assert.equal(arranged({}).hidden, 0);
    assert.ok(book.entries.every(entry => arranged({}).shows(entry)));
  });
});

describe('the phase of an entry', () => {
  it('is a class of its heading, the furthest where there are several', () => {
    assert.equal(phaseOf({ classes: ['scope', 'reviewed'] }), 'reviewed');
    assert.equal(phaseOf({ classes: ['defined', 'candidate'] }), 'defined');
    assert.equal(phaseOf({ classes: ['scope', 'Reviewed'] }), undefined);
  });
});
