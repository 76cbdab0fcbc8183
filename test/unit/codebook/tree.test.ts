import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { changeAttributes } from '../../../src/core/codebook/attributeChange.js';
import type { CodebookEntry } from '../../../src/core/codebook/codebook.js';
import { colorOf, isColor, PALETTE } from '../../../src/core/codebook/colors.js';
import { parseCodebook } from '../../../src/core/codebook/parse.js';
import { codesUnder, themePath } from '../../../src/core/codebook/query.js';
import { cleanTitle, writeDefinition, writeTitle } from '../../../src/core/codebook/write.js';
import { anyTitle, check } from './support.js';

interface Node {
  title: string;
  theme: boolean;
  definition: string;
  include: string[];
  children: Node[];
}

const words = fc
  .string({ unit: fc.constantFrom(...'abcé -.'), minLength: 1, maxLength: 12 })
  .map(text => `w${text}`.replace(/ +/g, ' ').trim());

/** Trees up to eight levels deep, so that six heading levels do not suffice. */
function nodeOf(depth: number): fc.Arbitrary<Node> {
  const fields = {
    title: anyTitle.map(cleanTitle),
    theme: fc.boolean(),
    definition: anyTitle.map(cleanTitle),
    include: fc.array(words, { maxLength: 2 }),
    children: depth === 0 ? fc.constant<Node[]>([]) : fc.array(nodeOf(depth - 1), { maxLength: depth > 5 ? 1 : 2 }),
  };
  return fc.record(fields, { noNullPrototype: true });
}

function render(nodes: readonly Node[], level = 2, path = 'n'): string {
  return nodes
    .map((it, i) => {
      const id = `${path}-${i}`;
      const parent = level > 6 ? { parent: path } : {};
      const heading = changeAttributes(writeTitle(it.title), {
        id,
        addClasses: it.theme ? ['theme'] : [],
        set: parent,
      });
      const prose = [
        writeDefinition(it.definition),
        it.include.map(text => `Include: ${text}`).join('\n'),
        '```\n## no heading\n```',
      ];
      return `${'#'.repeat(Math.min(level, 6))} ${heading}\n\n${prose.filter(Boolean).join('\n\n')}\n\n${render(it.children, level + 1, id)}`;
    })
    .join('');
}

function toNode(entry: CodebookEntry): Node {
  return {
    title: entry.title,
    theme: entry.kind === 'theme',
    definition: entry.definition ?? '',
    include: [...entry.include],
    children: entry.children.map(toNode),
  };
}

const BOOK = parseCodebook('# C\n## T {.theme}\n### A\n#### A1\n### S {.theme}\n#### B\n## Z\n');

describe('the tree of a codebook', () => {
  it('comes back as it was written', () => {
    check(
      fc.property(fc.array(nodeOf(7), { maxLength: 3 }), nodes => {
        const book = parseCodebook(`# Codebook\n\n${render(nodes)}`);
        assert.deepEqual(book.roots.map(toNode), nodes);
        assert.deepEqual(book.problems, []);
      }),
      100,
    );
  }).timeout(60_000);

  it('tells the themes above and the codes below', () => {
    assert.deepEqual(themePath(BOOK.find('b') as CodebookEntry), ['T', 'S']);
    assert.deepEqual(themePath(BOOK.find('t') as CodebookEntry), []);
    assert.deepEqual(
      codesUnder(BOOK.find('t') as CodebookEntry).map(entry => entry.id),
      ['a', 'a1', 'b'],
    );
    assert.deepEqual(
      codesUnder(BOOK.find('a') as CodebookEntry).map(entry => entry.id),
      ['a', 'a1'],
    );
  });
});

describe('colorOf', () => {
  it('gives the written colour, else one that follows from the id', () => {
    assert.equal(colorOf({ id: 'x', color: 'amber' }), 'amber');
    assert.equal(colorOf({ id: 'x', color: '#AABBCC' }), '#aabbcc');
    assert.equal(colorOf({ id: 'x', color: 'puce' }), colorOf({ id: 'x' }));
    assert.deepEqual(['red', '#12345', 'url(x)', '#12345g', ''].map(isColor), [true, false, false, false, false]);
  });

  it('gives every colour but brown and grey unasked, evenly enough', () => {
    const counts = new Map<string, number>();
    for (let i = 0; i < 1200; i++)
      counts.set(colorOf({ id: `code-${i}` }), (counts.get(colorOf({ id: `code-${i}` })) ?? 0) + 1);
    assert.deepEqual([...counts.keys()].sort(), PALETTE.filter(name => name !== 'brown' && name !== 'grey').sort());
    assert.ok(Math.min(...counts.values()) > 50);
  });
});
