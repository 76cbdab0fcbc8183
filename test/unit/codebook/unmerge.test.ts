import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { ChangeRefused } from '../../../src/core/codebook/change.js';
import type { CodebookEntry } from '../../../src/core/codebook/codebook.js';
import { parseCodebook } from '../../../src/core/codebook/parse.js';
import { anyDraw, changeFrom } from './randomChanges.js';
import { changed, check, outline } from './support.js';

const IN_ORDER = `# Codebook

## Room {#room .theme}

### Hope {#hope color=green}

Somebody takes heart.

#### By words {#words}

### Waiting {#waiting}

### Silence {#silence}

## Role {#role .theme}

What the work is.

### Pay {#pay}

### Remit {#remit}

## Place {#place .theme}
`;

/** Texts below a heading. */
const TEXTS = ['', '\nSome words.\n', '\nSome words.\n\nInclude: doubts.\n\n- a list\n\n> a quote\n'];

/** A codebook of themes and codes, each one level below one of those before it or beside it. */
function book(deepest: number): fc.Arbitrary<string> {
  return fc.array(fc.tuple(fc.nat(), fc.boolean(), fc.nat()), { minLength: 2, maxLength: 10 }).map(entries => {
    let level = 1;
    const sections = entries.map(([place, isTheme, more], i) => {
      level = 2 + (place % Math.min(level, deepest - 1));
      const attributes = `#e${i}${isTheme ? ' .theme' : ''}${more % 2 ? ' color=teal' : ''}`;
      return `${'#'.repeat(level)} E${i} {${attributes}}\n${TEXTS[more % 3]}`;
    });
    return `# Codebook\n\n${sections.join('\n')}`;
  });
}

/** Whether an entry stands in another one, however deep. */
function isIn(entry: CodebookEntry, holder: CodebookEntry): boolean {
  return entry.parent !== undefined && (entry.parent === holder || isIn(entry.parent, holder));
}

/** What hangs where and in which order, however it is written: a level too deep for a heading is `parent=`. */
function hierarchy(raw: string): string[] {
  const walk = ({ id, children }: CodebookEntry, depth: number): string[] => [
    `${depth} ${id}`,
    ...children.flatMap(child => walk(child, depth + 1)),
  ];
  return parseCodebook(raw).roots.flatMap(root => walk(root, 0));
}

const ids = (raw: string): string[] => outline(parseCodebook(raw)).map(line => line.trim());
const parentOf = (raw: string, id: string): string | undefined => parseCodebook(raw).find(id)?.parent?.id;
const merge = (raw: string, from: readonly string[], into: string): string => changed(raw, { do: 'merge', from, into });
const unmerge = (raw: string, id: string): string => changed(raw, { do: 'unmerge', id });

/** Runs a test on a codebook and two of its entries that can be merged, the second one inside the first or not. */
function checkMerges(
  deepest: number,
  isInside: boolean,
  test: (text: string, from: CodebookEntry, into: CodebookEntry) => void,
): void {
  check(
    fc.property(book(deepest), fc.nat(), fc.nat(), (text, first, second) => {
      const { entries } = parseCodebook(text);
      const from = entries[first % entries.length] as CodebookEntry;
      const others = entries.filter(({ kind }) => kind === from.kind);
      const targets = others.filter(entry => entry !== from && isIn(entry, from) === isInside);
      const into = targets[second % targets.length];
      if (into !== undefined) test(text, from, into);
    }),
    200,
  );
}

describe('unmerge', () => {
  for (const [from, into] of [
    ['hope', 'pay'],
    ['waiting', 'pay'],
    ['silence', 'hope'],
    ['pay', 'words'],
    ['room', 'role'],
    ['role', 'place'],
    ['place', 'room'],
  ] as const) {
    it(`is taken back to the byte: ${from} merged into ${into}`, () => {
      const merged = merge(IN_ORDER, [from], into);
      assert.equal(unmerge(merged, from), IN_ORDER);
    });
  }

  it('is taken back to the byte in any order, where several were merged in one step', () => {
    const merged = merge(IN_ORDER, ['hope', 'waiting', 'silence'], 'pay');
    for (const order of [
      ['hope', 'waiting', 'silence'],
      ['hope', 'silence', 'waiting'],
      ['waiting', 'hope', 'silence'],
      ['waiting', 'silence', 'hope'],
      ['silence', 'hope', 'waiting'],
      ['silence', 'waiting', 'hope'],
    ]) {
      const back = order.reduce(unmerge, merged);
      assert.equal(back, IN_ORDER, order.join(', '));
    }
  });

  it('leaves with the other one what has been moved since, and what came later', () => {
    const merged = merge(IN_ORDER, ['room'], 'role');
    const moved = changed(merged, { do: 'move', entries: ['waiting'], to: { under: 'place' } });
    const grown = changed(moved, { do: 'add', kind: 'code', title: 'Later', under: 'role' });
    assert.deepEqual(ids(unmerge(grown, 'room')), [
      ...['*room', 'hope', 'words', 'silence', '*role', 'pay', 'remit', 'later', '*place', 'waiting'],
    ]);
  });

  it('does not fail because what stood beside it or in it is gone, is elsewhere or was written over', () => {
    const merged = merge(IN_ORDER, ['room'], 'role');
    const inside = changed(merged, { do: 'move', entries: ['place'], to: { under: 'hope' } });
    const gone = changed(inside, { do: 'delete', entries: ['silence'], contents: 'keep' });
    const damaged = (held: string): string =>
      gone.replace(/held="[^"]*"/, `held="${held}"`).replace('stood-before=role', 'stood-before=hope stood-after=room');
    assert.equal(parentOf(unmerge(damaged('hope room nobody hope'), 'room'), 'hope'), 'room');
    // That the other one was in it cannot be told from that it was not.
    assert.equal(parseCodebook(unmerge(damaged('hope room role nobody'), 'room')).find('room')?.id, 'room');
  });

  it('leaves where they are those that have been merged since', () => {
    const merged = merge(merge(IN_ORDER, ['room'], 'role'), ['waiting'], 'pay');
    const back = unmerge(merged, 'room');
    assert.equal(parseCodebook(back).find('waiting')?.id, 'pay');
    assert.equal(parentOf(back, 'pay'), 'role');
    assert.equal(parentOf(unmerge(back, 'waiting'), 'waiting'), 'role', 'where it stood when it was merged');
  });

  it('gives what was in it the order back that it had', () => {
    const merged = merge(IN_ORDER, ['room'], 'role');
    const sorted = changed(merged, { do: 'move', entries: ['silence'], to: { before: 'pay' } });
    assert.equal(unmerge(sorted, 'room'), IN_ORDER);
  });

  it('finds what stood beside it and in it by former ids', () => {
    const merged = merge(IN_ORDER, ['room'], 'role');
    const renamed = ['hope', 'silence', 'role'].reduce(
      (text, entry) => changed(text, { do: 'change-id', entry, id: `new-${entry}` }),
      merged,
    );
    assert.deepEqual(ids(unmerge(renamed, 'room')), [
      ...['*room', 'new-hope', 'words', 'waiting', 'new-silence', '*new-role', 'pay', 'remit', '*place'],
    ]);
  });

  it('takes in what names it as its parent, as a colleague may have written on another branch', () => {
    const merged = merge(IN_ORDER, ['room'], 'role');
    assert.equal(parentOf(unmerge(`${merged}\n### Later {#later parent=room}\n`, 'room'), 'later'), 'room');
  });

  it('reads records that say nothing of the place and the contents', () => {
    const merged = merge(IN_ORDER, ['hope'], 'pay').replace(' stood-before=waiting held=words', '');
    const back = unmerge(merged, 'hope');
    assert.deepEqual(ids(back), ['*room', 'waiting', 'silence', 'hope', '*role', 'pay', 'words', 'remit', '*place']);
  });

  it('closes a comment that its text leaves open', () => {
    const text = '# C\n\n## A {#a}\n\n## B {#b}\n\n## D {#d}\n\n<!-- open\n';
    const merged = changed(merge(text, ['d'], 'a'), { do: 'add', kind: 'code', title: 'Later' });
    const back = unmerge(changed(merged, { do: 'move', entries: ['b'], to: { before: 'a' } }), 'd');
    assert.deepEqual(ids(back), ['b', 'd', 'a', 'later']);
  });

  it('at once gives the codebook back, byte for byte', () => {
    // As deep as leaves room for the contents of one in any other.
    checkMerges(4, false, (text, from, into) => assert.equal(unmerge(merge(text, [from.id], into.id), from.id), text));
  });

  it('at once gives the tree back where headings do not suffice, and where one was merged into another inside it', () => {
    for (const isInside of [false, true]) {
      checkMerges(6, isInside, (text, from, into) => {
        const back = unmerge(merge(text, [from.id], into.id), from.id);
        assert.deepEqual(hierarchy(back), hierarchy(text));
      });
    }
  });

  it('gives the tree back in any order, where several were merged in one step', () => {
    const picks = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 2, maxLength: 4 });
    check(
      fc.property(book(4), picks, fc.nat(), (text, chosen, target) => {
        const { entries } = parseCodebook(text);
        const into = entries[target % entries.length] as CodebookEntry;
        const others = entries.filter(entry => entry.kind === into.kind && entry !== into && !isIn(into, entry));
        if (others.length === 0) return;
        const order = new Map(chosen.map(([pick, at]) => [(others[pick % others.length] as CodebookEntry).id, at]));
        const merged = merge(text, [...order.keys()], into.id);
        const back = [...order.keys()].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
        assert.deepEqual(hierarchy(back.reduce(unmerge, merged)), hierarchy(text), back.join(', '));
      }),
      200,
    );
  });

  it('gives the tree back where merged ones were merged again, the last merge first', () => {
    const picks = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 2, maxLength: 4 });
    check(
      fc.property(book(4), picks, (text, merges) => {
        let raw = text;
        const gone: string[] = [];
        for (const [first, second] of merges) {
          const { entries } = parseCodebook(raw);
          const from = entries[first % entries.length] as CodebookEntry;
          const targets = entries.filter(entry => entry.kind === from.kind && entry !== from && !isIn(entry, from));
          const into = targets[second % targets.length];
          if (into === undefined) continue;
          raw = merge(raw, [from.id], into.id);
          gone.unshift(from.id);
        }
        assert.deepEqual(hierarchy(gone.reduce(unmerge, raw)), hierarchy(text), gone.join(', '));
      }),
    );
  });

  it('works with any record, however damaged, and leaves nothing of it in the heading', () => {
    const numbers = fc.array(fc.nat(), { minLength: 9, maxLength: 9 });
    check(
      fc.property(book(6), fc.array(anyDraw, { maxLength: 8 }), fc.tuple(fc.nat(), fc.nat()), numbers, (...given) => {
        const [text, draws, [first, second], chosen] = given;
        const { entries } = parseCodebook(text);
        const [from, into] = [first, second].map(n => entries[n % entries.length]?.id ?? '');
        let raw = text;
        const start = { do: 'merge', from: [from ?? ''], into: into ?? '' } as const;
        for (const change of [start, ...draws]) {
          try {
            raw = changed(raw, 'do' in change ? change : changeFrom(parseCodebook(raw), change));
          } catch (error) {
            if (!(error instanceof ChangeRefused)) throw error;
          }
        }
        const all = parseCodebook(raw).entries;
        const known = [...all.flatMap(entry => [entry.id, ...entry.formerly]), 'nobody'];
        const some = (at: number): string =>
          chosen
            .slice(at, at + 3)
            .map(n => known[n % known.length])
            .join(' ');
        const damaged = raw
          .replace(/^(Merged: .*?) (?:parent|held|stood-\w+)=.*\}$/gm, '$1}')
          .replace(
            /^(Merged: .*)\}$/gm,
            `$1 parent=${some(0).split(' ')[0]} held="${some(0)}" stood-after="${some(3)}" stood-before="${some(6)}" held=x}`,
          );
        for (const id of parseCodebook(damaged).entries.flatMap(entry => entry.formerly)) {
          const back = unmerge(damaged, id);
          const entry = parseCodebook(back).entries.find(one => one.id === id) ?? assert.fail(id);
          assert.doesNotMatch(back.split('\n')[entry.line] ?? '', /held=|stood-/);
        }
      }),
      200,
    );
  }).timeout(60_000);
});
