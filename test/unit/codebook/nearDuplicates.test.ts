import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { isSlip, slipHashes, wordsOfName } from '../../../src/core/codebook/likeness.js';
import { nearDuplicates } from '../../../src/core/codebook/nearDuplicates.js';
import { parseCodebook } from '../../../src/core/codebook/parse.js';
import { check } from './support.js';

/** Pairs of titles that are found in a codebook of these headings: the later one, then the other. */
function pairs(...headings: readonly string[]): string[] {
  const book = parseCodebook(['# Codebook', ...headings.map(heading => `## ${heading}`)].join('\n\n'));
  return nearDuplicates(book.entries).map(({ entry, other }) => `${entry.title} | ${other.title}`);
}

describe('near duplicates', () => {
  for (const [a, b] of [
    ['Own story', 'own stories'],
    ['Café', 'CAFE'],
    ['Well-being', 'Wellbeing'],
    ['Well-being', 'well being'],
    ['Peers’ roles', "Peer's role"],
    ['Trust (staff)', 'Staff trust'],
    ['Boxes of files', 'Box of file'],
    ['Straße', 'Strasse'],
    ['Flattened hierarchy', 'Flattened hierachy'],
    ['Flattened hierarchy', 'Flattened heirarchy'],
    ['Understanding', 'Understandingg'],
    ['Доверие к людям', 'доверие к людям!'],
    ['信任同事', '信任・同事'],
  ] as const) {
    it(`are “${a}” and “${b}”`, () => assert.deepEqual(pairs(a, 'Else', b), [`${b} | ${a}`]));
  }

  for (const [a, b] of [
    ['Hope', 'Home'],
    ['Round number 1', 'Round number 2'],
    ['Typical stories', 'Atypical stories'],
    ['Legal matters', 'Regal matters'],
    ['Being listened to', 'Having listened to'],
    ['Class', 'Clas'],
    ['ผู้ป่วยคน', 'ผู้ปวยคน'],
    ['?', '!'],
    ['😀', '😃'],
  ] as const) {
    it(`are not “${a}” and “${b}”`, () => assert.deepEqual(pairs(a, 'Else', b), []));
  }

  it('are found against what another code was called, whichever comes first, and told once', () => {
    assert.deepEqual(pairs('Sharing {#sharing formerly="own-story"}', 'Own stories'), ['Own stories | Sharing']);
    assert.deepEqual(pairs('Own stories', 'Sharing {#sharing formerly="own-story"}'), ['Sharing | Own stories']);
    assert.deepEqual(pairs('Own story {#a}', 'Own stories {#b formerly="own-story"}'), ['Own stories | Own story']);
  });

  it('are not a code and its own former name', () => {
    assert.deepEqual(pairs('Own story {#sharing formerly="own-story own-stories"}'), []);
  });

  it('are told once for each later heading, against the first', () => {
    assert.deepEqual(pairs('Tea', 'Teas', 'TEA'), ['Teas | Tea', 'TEA | Tea']);
  });

  it('share a hash wherever two names are one slip apart', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcé '), minLength: 1, maxLength: 12 });
    check(
      fc.property(
        letters,
        fc.nat(),
        fc.constantFrom('drop', 'swap', 'other', 'more'),
        fc.nat(),
        (name, at, how, by) => {
          const i = at % name.length;
          const letter = 'abcé'[by % 4] ?? 'a';
          const [ahead, here, behind] = [name.slice(0, i), name[i] ?? '', name.slice(i + 1)];
          const others = {
            drop: ahead + behind,
            other: ahead + letter + behind,
            more: ahead + letter + here + behind,
            swap: ahead + behind.slice(0, 1) + here + behind.slice(1),
          };
          const hashes = slipHashes(name);
          assert.ok([...slipHashes(others[how])].some(hash => hashes.has(hash)));
          if (isSlip(name, others[how])) assert.ok(isSlip(others[how], name));
        },
      ),
      1000,
    );
  });

  it('are found for every heading that has one, as by comparing each with each', () => {
    const title = fc.string({ unit: fc.constantFrom(...'abcdef '), minLength: 9, maxLength: 11 });
    check(
      fc.property(fc.array(title, { maxLength: 4 }), seeds => {
        const titles = seeds.flatMap((seed, i) =>
          i % 2 === 0 ? [seed] : [seed, `${seed.slice(0, 5)}${seed.slice(6)}`],
        );
        const entries = parseCodebook(titles.map(it => `## ${it}`).join('\n\n')).entries;
        const found = new Set(nearDuplicates(entries).map(({ entry }) => entry.line));
        const names = entries.map(entry => wordsOfName(entry.title));
        const isLike = (a: readonly string[], b: readonly string[]): boolean =>
          a.join('') === b.join('') ||
          a.toSorted().join(' ') === b.toSorted().join(' ') ||
          (Math.min(a.join('').length, b.join('').length) >= 8 && isSlip(a.join(' '), b.join(' ')));
        for (const [i, entry] of entries.entries()) {
          const own = names[i] ?? [];
          assert.equal(
            found.has(entry.line),
            names.slice(0, i).some(other => isLike(other, own)),
            entry.title,
          );
        }
      }),
      300,
    );
  });
});
