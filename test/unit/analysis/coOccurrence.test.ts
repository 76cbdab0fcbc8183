import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Coded, coOccurrences } from '../../../src/core/analysis/coOccurrence.js';
import { atOnce } from '../../../src/core/pieces.js';
import { overlaps } from '../../../src/core/text/span.js';

const coded = (code: string, start: number, end: number, ...participants: string[]): Coded => ({
  code,
  span: { start, end },
  participants,
});

/** The same by the definition, in square time: joins what overlaps, then looks at every pair of passages. */
function naive(transcripts: readonly (readonly Coded[])[]): Map<string, { passages: number; participants: string[] }> {
  const pairs = new Map<string, { passages: number; participants: Set<string> }>();
  for (const transcript of transcripts) {
    const passages = joined(transcript);
    passages.forEach((x, i) => {
      for (const y of passages.slice(i + 1)) {
        if (x.code === y.code || !overlaps(x.span, y.span)) continue;
        const key = [x.code, y.code].sort().join(' ');
        const pair = pairs.get(key) ?? { passages: 0, participants: new Set<string>() };
        pairs.set(key, pair);
        pair.passages++;
        for (const person of x.participants) if (y.participants.includes(person)) pair.participants.add(person);
      }
    });
  }
  return new Map(
    [...pairs].map(([key, pair]) => [key, { passages: pair.passages, participants: [...pair.participants].sort() }]),
  );
}

function joined(transcript: readonly Coded[]): Coded[] {
  const passages = [...transcript];
  for (;;) {
    const pair = passages
      .flatMap((x, i) => passages.slice(i + 1).map(y => [x, y] as const))
      .find(([x, y]) => x.code === y.code && overlaps(x.span, y.span));
    if (pair === undefined) return passages;
    const [x, y] = pair;
    passages.splice(passages.indexOf(x), 1);
    passages.splice(passages.indexOf(y), 1);
    const span = { start: Math.min(x.span.start, y.span.start), end: Math.max(x.span.end, y.span.end) };
    passages.push({ code: x.code, span, participants: [...new Set([...x.participants, ...y.participants])] });
  }
}

const anyCoded: fc.Arbitrary<Coded> = fc
  .record({
    code: fc.constantFrom('a', 'b', 'c', 'ä', '__proto__'),
    start: fc.nat(40),
    length: fc.integer({ min: 1, max: 12 }),
    participants: fc.uniqueArray(fc.constantFrom('PP1', 'PP2', 'NP1'), { maxLength: 3 }),
  })
  .map(({ code, start, length, participants }) => coded(code, start, start + length, ...participants));

describe('codes that stand together', () => {
  it('are found as the definition says, whatever overlaps whatever', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyCoded, { maxLength: 14 }), { maxLength: 3 }), transcripts => {
        const found = atOnce(coOccurrences(transcripts)).map(
          ({ a, b, passages, participants }) =>
            [[a, b].sort().join(' '), { passages, participants: [...participants] }] as const,
        );
        assert.equal(new Set(found.map(([key]) => key)).size, found.length);
        assert.deepEqual(new Map(found), naive(transcripts));
      }),
    );
  });

  it('are counted once where two coders coded the same words, and not at all where they only touch', () => {
    const twice = [
      coded('a', 0, 10, 'PP1'),
      coded('a', 0, 12, 'PP1'),
      coded('b', 5, 20, 'PP1', 'PP2'),
      coded('b', 6, 20),
    ];
    const touching = [coded('a', 0, 10), coded('b', 10, 20)];
    assert.deepEqual(atOnce(coOccurrences([twice, touching])), [
      { a: 'a', b: 'b', passages: 1, participants: ['PP1'] },
    ]);
  });

  it('come strongest first, and in the same order whatever the order of the codings', () => {
    const codings = [coded('b', 0, 5), coded('c', 0, 5), coded('a', 0, 5), coded('a', 20, 25), coded('c', 20, 25)];
    const pairs = (list: readonly Coded[]) =>
      atOnce(coOccurrences([list])).map(({ a, b, passages }) => `${a}${b}${passages}`);
    assert.deepEqual(pairs(codings), ['ac2', 'ab1', 'bc1']);
    assert.deepEqual(pairs(codings.toReversed()), ['ac2', 'ab1', 'bc1']);
  });
});
