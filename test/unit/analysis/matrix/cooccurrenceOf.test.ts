import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Corpus, CorpusExcerpt } from '../../../../src/core/analysis/corpus/corpus.js';
import { cooccurrenceOf } from '../../../../src/core/analysis/matrix/cooccurrenceOf.js';
import type { CooccurrenceOptions, MeetingUnit } from '../../../../src/core/analysis/matrix/matrix.js';
import { parseQuery } from '../../../../src/core/analysis/query/parse.js';
import { runQuery } from '../../../../src/core/analysis/query/run.js';
import { atOnce } from '../../../../src/core/pieces.js';
import { anyStudy, corpusOf } from './support/anyStudy.js';
import { countedBy } from './support/reference.js';

const anyOptions: fc.Arbitrary<CooccurrenceOptions> = fc.record({
  unit: fc.constantFrom<MeetingUnit>('overlap', 'turn', { near: 1 }, { near: 2 }),
  query: fc.constantFrom(undefined, parseQuery('role:peer').query, parseQuery('evidence:none').query),
  inScope: fc.boolean(),
  withScopeCodes: fc.boolean(),
});

/** A stretch of text or of turns, first and last included. */
interface Stretch {
  first: number;
  last: number;
  people: Set<string>;
}

function placeOf({ span, turns }: CorpusExcerpt, unit: MeetingUnit): [number, number] | undefined {
  if (unit !== 'overlap') return turns && [turns.first, turns.last];
  return span && [span.start, span.end - 1];
}

/** Those of one code that share something are one, whatever it takes. */
function joined(excerpts: readonly CorpusExcerpt[], unit: MeetingUnit): Stretch[] {
  const all = excerpts.flatMap((excerpt): Stretch[] => {
    const place = placeOf(excerpt, unit);
    return place === undefined ? [] : [{ first: place[0], last: place[1], people: new Set(excerpt.participants) }];
  });
  for (;;) {
    const pair = all
      .flatMap((a, i) => all.slice(i + 1).map(b => [a, b] as const))
      .find(([a, b]) => a.first <= b.last && b.first <= a.last);
    if (pair === undefined) return all;
    const [a, b] = pair;
    all.splice(all.indexOf(b), 1);
    a.first = Math.min(a.first, b.first);
    a.last = Math.max(a.last, b.last);
    for (const person of b.people) a.people.add(person);
  }
}

const reachOf = (unit: MeetingUnit): number => (typeof unit === 'object' ? unit.near : 0);

const meets = (a: Omit<Stretch, 'people'>, b: Omit<Stretch, 'people'>, reach: number): boolean =>
  a.first <= b.last + reach && b.first <= a.last + reach;

/** The same by the definition: every passage beside every other one. */
function plainly(corpus: Corpus, options: CooccurrenceOptions, a: string, b: string) {
  const counted = countedBy(corpus, options);
  let passages = 0;
  const participants = new Set<string>();
  const found = new Set<string>();
  for (const transcript of corpus.transcripts) {
    const of = (code: string): CorpusExcerpt[] =>
      counted.filter(excerpt => {
        const entry = corpus.codeOf(excerpt);
        return excerpt.transcript === transcript && entry?.kind === 'code' && entry.id === code;
      });
    const reach = reachOf(options.unit);
    for (const x of joined(of(a), options.unit)) {
      for (const y of a === b ? [x] : joined(of(b), options.unit)) {
        if (!meets(x, y, reach)) continue;
        passages++;
        for (const person of x.people) if (y.people.has(person)) participants.add(person);
      }
    }
    for (const x of of(a)) {
      for (const y of of(b)) {
        const [p, q] = [placeOf(x, options.unit), placeOf(y, options.unit)];
        if (!p || !q || !meets({ first: p[0], last: p[1] }, { first: q[0], last: q[1] }, reach)) continue;
        found.add(x.coding.id).add(y.coding.id);
      }
    }
  }
  return { passages, participants: [...participants].sort(), found: [...found].sort() };
}

describe('where codes meet', () => {
  it('is what a look at every pair of passages finds, and its questions find the excerpts', async () => {
    await fc.assert(
      fc.asyncProperty(anyStudy, anyOptions, async (files, options) => {
        const corpus = await corpusOf(files);
        const matrix = atOnce(cooccurrenceOf(corpus, options));
        for (const [i, a] of matrix.codes.entries()) {
          for (const [j, b] of matrix.codes.entries()) {
            const { found, ...plain } = plainly(corpus, options, a.key, b.key);
            const meeting = matrix.cell(i, j);
            assert.deepEqual(
              { passages: meeting?.passages ?? 0, participants: [...(meeting?.participants ?? [])].sort() },
              plain,
              `${a.key} × ${b.key}`,
            );
            assert.equal(meeting, matrix.cell(j, i));
            if (meeting === undefined) continue;
            const { query, problems } = parseQuery(meeting.query);
            assert.ok(query && problems.length === 0, meeting.query);
            const ids = atOnce(runQuery(query, corpus))
              .map(({ coding }) => coding.id)
              .sort();
            assert.deepEqual(ids, found, meeting.query);
          }
        }
      }),
      { numRuns: 100 * Number(process.env.THOROUGH ?? 1) },
    );
  });
});
