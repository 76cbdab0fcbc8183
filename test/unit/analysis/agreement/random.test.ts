import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  AGREEMENT_UNITS,
  type AgreementFigure,
  type AgreementOptions,
} from '../../../../src/core/analysis/agreement/agreement.js';
import { agreementOf } from '../../../../src/core/analysis/agreement/agreementOf.js';
import { disagreementsOf } from '../../../../src/core/analysis/agreement/disagreementsOf.js';
import { cohenKappa } from '../../../../src/core/analysis/agreement/measures/cohenKappa.js';
import { fleissKappa } from '../../../../src/core/analysis/agreement/measures/fleissKappa.js';
import { gwetAC1 } from '../../../../src/core/analysis/agreement/measures/gwetAC1.js';
import { krippendorffAlpha } from '../../../../src/core/analysis/agreement/measures/krippendorffAlpha.js';
import type { Measured } from '../../../../src/core/analysis/agreement/measures/measured.js';
import { percentAgreement } from '../../../../src/core/analysis/agreement/measures/percentAgreement.js';
import { pairOf, type Ratings } from '../../../../src/core/analysis/agreement/measures/ratings.js';
import { scottPi } from '../../../../src/core/analysis/agreement/measures/scottPi.js';
import { type PlainRow, plainRows, plainUnits } from './support/reference.js';
import { anyStudy, opened } from './support/studies.js';

const anyOptions: fc.Arbitrary<AgreementOptions> = fc.record({
  unit: fc.constantFrom(...AGREEMENT_UNITS),
  inScope: fc.boolean(),
  coders: fc.constantFrom(undefined, undefined, ['EA', 'MB']),
});

const RUNS = 120 * Number(process.env.THOROUGH ?? 1);

/** A coefficient of several questions by its definition: means of what was observed and of what chance gives. */
function pooled(measure: (ratings: Ratings) => Measured, questions: readonly Ratings[]): number | undefined {
  const figures = questions.map(measure);
  if (figures.length < 2) return figures[0]?.value;
  if (figures.some(({ refused }) => refused !== undefined && refused !== 'no-variation')) return undefined;
  const mean = (of: (figure: Measured) => number): number =>
    figures.reduce((sum, each) => sum + of(each), 0) / figures.length;
  const observed = mean(each => (each.refused === undefined ? (each.observed ?? 0) : 1));
  if (measure === percentAgreement) return observed;
  const expected = mean(each => (each.refused === undefined ? (each.expected ?? 0) : 1));
  return expected === 1 ? undefined : (observed - expected) / (1 - expected);
}

function meanOfPairs({ coders, questions }: PlainRow): number | undefined {
  const values: number[] = [];
  for (const a of coders.keys()) {
    for (let b = a + 1; b < coders.length; b++) {
      const pair = questions.map(ratings => pairOf(ratings, a, b));
      const isShared = pair[0]?.patterns.some(({ values: each }) => !each.includes(null));
      const value = pooled(cohenKappa, pair);
      if (isShared && value === undefined) return undefined;
      if (value !== undefined) values.push(value);
    }
  }
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function assertSame(figure: AgreementFigure | undefined, expected: number | undefined, what: string): void {
  assert.ok(figure !== undefined, what);
  if (expected === undefined) assert.match(figure.refused ?? '', /\w/, what);
  else
    assert.ok(Math.abs((figure.value ?? Number.NaN) - expected) < 1e-9, `${what}: ${figure.value} is not ${expected}`);
}

describe('agreement in any study', () => {
  it('is what looking at every character, sentence or turn gives, in every row', async () => {
    await fc.assert(
      fc.asyncProperty(anyStudy, anyOptions, async (files, options) => {
        const study = await opened(files);
        const { rows } = await agreementOf(study.corpus, options, study.texts);
        const plain = plainRows(study, await plainUnits(study, options));
        const named = (
          some: readonly { readonly kind: string; readonly key: string; readonly units: number }[],
        ): string[] => some.map(({ kind, key, units }) => `${kind} ${key} ${units}`).sort();
        assert.deepEqual(named(rows), named(plain));
        for (const expected of plain) {
          const { kind, key, coders, questions } = expected;
          const found = rows.find(row => row.kind === kind && row.key === key);
          const what = `${kind} ${key}`;
          assert.deepEqual(found?.coders, coders, what);
          const several = coders.length > 2;
          assertSame(found?.measures.percent, pooled(percentAgreement, questions), `${what} percent`);
          assertSame(
            found?.measures.alpha,
            pooled(ratings => krippendorffAlpha(ratings), questions),
            `${what} alpha`,
          );
          assertSame(found?.measures.ac1, pooled(gwetAC1, questions), `${what} ac1`);
          assertSame(
            found?.measures.cohen,
            several ? meanOfPairs(expected) : pooled(cohenKappa, questions),
            `${what} cohen`,
          );
          if (several) assertSame(found?.measures.fleiss, pooled(fleissKappa, questions), `${what} fleiss`);
          else assertSame(found?.measures.scott, pooled(scottPi, questions), `${what} scott`);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('has each unit about which coders differ in exactly one disagreement', async () => {
    await fc.assert(
      fc.asyncProperty(anyStudy, anyOptions, async (files, options) => {
        const study = await opened(files);
        const found = await disagreementsOf(study.corpus, options, study.texts);
        const differing = new Map<string, number>();
        for (const { transcript, given } of await plainUnits(study, options)) {
          for (const code of new Set([...given.values()].flatMap(own => [...own]))) {
            if ([...given.values()].every(own => own.has(code))) continue;
            const key = `${transcript.path} ${code}`;
            differing.set(key, (differing.get(key) ?? 0) + 1);
          }
        }
        const said = new Map<string, number>();
        for (const { transcript, code, units, kind, by, span } of found) {
          assert.ok(units > 0 && span.start < span.end);
          const key = `${transcript.path} ${code}`;
          said.set(key, (said.get(key) ?? 0) + units);
          const without = by.filter(({ excerpts }) => excerpts.length === 0);
          const isOther = without.some(({ others }) => others.length > 0);
          assert.equal(kind, without.length === 0 ? 'other-extent' : isOther ? 'other-code' : 'only-one');
          for (const { coder, excerpts, others } of by)
            for (const excerpt of [...excerpts, ...others]) assert.equal(excerpt.coder, coder);
        }
        assert.deepEqual(new Map([...said].sort()), new Map([...differing].sort()));
      }),
      { numRuns: RUNS },
    );
  });
});
