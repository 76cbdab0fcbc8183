import assert from 'node:assert/strict';
import fc from 'fast-check';
import { seeded as seededRandom } from '../../../bench/random.js';
import { type CheckedQuotation, isWrong } from '../../../src/core/manuscript/checked.js';
import { shownPieces } from '../../../src/core/manuscript/written.js';
import { falsifications } from './support/falsify.js';
import { type Made, type Random, trueQuotation, written } from './support/quotations.js';
import { randomStudy } from './support/randomStudy.js';
import { turnsOf } from './support/stretches.js';
import { QuotedStudy, sampleFiles } from './support/study.js';

const MANY = 100;

describe('true and falsified quotations', function () {
  this.timeout(120_000);

  /** A manuscript of quotations, a paragraph of the writer's own between them. */
  const manuscript = (random: Random, all: readonly Pick<Made, 'pieces' | 'speaker'>[]): string =>
    all.map((made, i) => `Paragraph ${i + 1} of the writer.\n\n${written(random, made)}\n`).join('\n');

  const linesOf = ({ source, differences }: CheckedQuotation): number[] => [
    ...(source === undefined ? [] : [source.line]),
    ...differences.map(({ line }) => line),
  ];

  async function holds(files: Readonly<Record<string, string>>, random: Random): Promise<void> {
    const study = await QuotedStudy.of(files);
    const speakers = study.people.list.filter(({ asks }) => !asks).map(({ id }) => id);
    const turns = turnsOf(files, new Set(speakers));
    const all = Array.from({ length: MANY }, () => trueQuotation(random, turns));
    const text = manuscript(random, all);
    const found = await study.check(text);
    assert.equal(found.length, MANY);
    for (const [i, made] of all.entries()) {
      const checked = found[i] as CheckedQuotation;
      const what = `${shownPieces(made.pieces)}\n${checked.message}\n${JSON.stringify(checked.differences)}`;
      assert.equal(checked.quotation.attribution?.person, made.speaker, what);
      assert.ok(checked.verdict === 'verbatim' || checked.verdict === 'ambiguous', what);
      const isThere = checked.places.some(
        ({ transcript, line }) => transcript === made.transcript && line >= made.lines[0] && line <= made.lines[1],
      );
      assert.ok(isThere, what);
    }
    const options = all.map(made => falsifications(random, made, speakers));
    // Each way in turn, where the quotation allows it.
    const false_ = options.map((ways, i) => ways[i % ways.length] ?? assert.fail());
    const caught = await study.check(manuscript(random, false_));
    assert.equal(caught.length, MANY);
    for (const [i, made] of false_.entries()) {
      const checked = caught[i] as CheckedQuotation;
      const what = `${made.how}: ${shownPieces(made.pieces)}\n${checked.verdict}: ${checked.message}`;
      assert.ok(isWrong(checked), what);
      assert.equal(checked.verdict, made.how === 'another speaker' ? 'other-speaker' : 'changed', what);
      // What somebody says twice may come nearest at either place.
      if ((found[i]?.places.length ?? 0) > 1) continue;
      assert.equal(checked.source?.transcript, made.transcript, what);
      const [first, last] = made.lines;
      assert.ok(
        linesOf(checked).some(line => line >= first && line <= last),
        `${what}\nlines ${linesOf(checked)} of ${made.lines}`,
      );
    }
  }

  const seeded = (property: (random: Random) => Promise<void>, numRuns: number): Promise<void> =>
    fc.assert(
      fc.asyncProperty(fc.nat(), seed => property(seededRandom(seed))),
      { numRuns, endOnFailure: true },
    ) as Promise<void>;

  it('of random transcripts are told apart, a hundred of each, with the line they are from', () =>
    seeded(random => holds(randomStudy(random), random), 5));

  it('of the sample are told apart, a hundred of each, with the line they are from', () =>
    seeded(random => holds(sampleFiles(), random), 3));
});
