import assert from 'node:assert/strict';
import { decideDrop, stepAside } from '../../../src/core/codebook/drop.js';
import { parseCodebook } from '../../../src/core/codebook/parse.js';

const book = parseCodebook(`# Codebook

## Meetings {#meetings .theme}

### Story {#story}

#### Own story {#own-story}

### Hope {#hope}

### Pace {#pace}

## Role {#role .theme}

### Pay {#pay}

## Loose {#loose}
`);

describe('dropping rows of the tree', () => {
  const cases: [string, string[], string | undefined, unknown][] = [
    ['on a theme: the last in it', ['loose'], 'role', { kind: 'move', entries: ['loose'], to: { under: 'role' } }],
    ['on a code: directly behind it', ['loose'], 'hope', { kind: 'move', entries: ['loose'], to: { after: 'hope' } }],
    ['on nothing: the top', ['hope'], undefined, { kind: 'move', entries: ['hope'], to: { under: undefined } }],
    [
      'several, in the order of the codebook however they were selected',
      ['pay', 'loose', 'hope'],
      'meetings',
      { kind: 'move', entries: ['hope', 'pay', 'loose'], to: { under: 'meetings' } },
    ],
    [
      'an entry and what is in it: only the entry moves',
      ['own-story', 'story'],
      'role',
      { kind: 'move', entries: ['story'], to: { under: 'role' } },
    ],
    ['a theme on a theme', ['role'], 'meetings', { kind: 'move', entries: ['role'], to: { under: 'meetings' } }],
    ['where it is: the last of its theme', ['pace'], 'meetings', { kind: 'nothing' }],
    ['where it is: several at the end', ['pace', 'hope'], 'meetings', { kind: 'nothing' }],
    ['where it is: directly behind the code', ['hope', 'pace'], 'story', { kind: 'nothing' }],
    ['where it is: the last at the top', ['loose'], undefined, { kind: 'nothing' }],
    ['on itself', ['hope'], 'hope', { kind: 'nothing' }],
    ['on one of several that are dragged', ['hope', 'pay'], 'pay', { kind: 'nothing' }],
    ['on a row that is gone', ['hope'], 'gone', { kind: 'nothing' }],
    ['of rows that are gone', ['gone'], 'role', { kind: 'nothing' }],
  ];
  for (const [what, dragged, target, expected] of cases) {
    it(what, () => assert.deepEqual(decideDrop(book, dragged, target), expected));
  }

  it('moves a code that is not the last one to the end of its theme', () => {
    const decision = decideDrop(book, ['story'], 'meetings');
    assert.deepEqual(decision, { kind: 'move', entries: ['story'], to: { under: 'meetings' } });
  });

  it('refuses to put an entry into what is in it', () => {
    for (const [dragged, target] of [
      ['meetings', 'own-story'],
      ['story', 'own-story'],
    ] as const) {
      const decision = decideDrop(book, ['loose', dragged], target);
      assert.equal(decision.kind === 'into-itself' && decision.entry.id, dragged);
    }
  });
});

describe('moving up and down', () => {
  const cases: [string[], 'up' | 'down', unknown][] = [
    [['hope'], 'up', { entries: ['hope'], to: { before: 'story' } }],
    [['hope'], 'down', { entries: ['hope'], to: { after: 'pace' } }],
    [['pace', 'hope'], 'up', { entries: ['hope', 'pace'], to: { before: 'story' } }],
    [['role'], 'up', { entries: ['role'], to: { before: 'meetings' } }],
    [['own-story', 'story'], 'down', { entries: ['story'], to: { after: 'hope' } }],
    [['story'], 'up', undefined],
    [['pace'], 'down', undefined],
    [['hope', 'pay'], 'down', undefined],
    [[], 'up', undefined],
  ];
  for (const [ids, direction, expected] of cases) {
    it(`${ids.join(' and ') || 'nothing'} ${direction}`, () =>
      assert.deepEqual(stepAside(book, ids, direction), expected));
  }
});
