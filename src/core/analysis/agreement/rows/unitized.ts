import type { Pieces } from '../../../pieces.js';
import type { AgreementFigure, AgreementUnit, MeasureName } from '../agreement.js';
import { anyAlpha } from '../measures/anyAlpha.js';
import type { Continuum, Unit } from '../measures/continuum.js';
import { cuAlpha } from '../measures/cuAlpha.js';
import { type KuAlphas, kuAlphas } from '../measures/kuAlpha.js';
import type { Measured, Refused } from '../measures/measured.js';
import { uAlpha } from '../measures/uAlpha.js';
import { asFigure } from './figures.js';
import type { RowPlan } from './plan.js';

type Figures = Readonly<Partial<Record<MeasureName, AgreementFigure>>>;

const INCOMPLETE: AgreementFigure = {
  refused:
    'Not everybody coded every transcript, and this coefficient has no place for what is missing: see the pairs of coders.',
};

/**
 * Krippendorff's coefficients for unitizing, of each row: they ask where coded stretches begin and end, so they are for characters alone, and
 * of transcripts that everybody in the row coded. A code or theme is looked at by itself; with several codes each place has one at most.
 */
export function* unitizedFigures(plans: readonly RowPlan[], unit: AgreementUnit): Pieces<readonly Figures[]> {
  if (unit !== 'character') return plans.map(() => ({}));
  // All rows of codes are about the same text, and all codes in it.
  const codes = plans.filter(({ kind }) => kind === 'code');
  const [first] = codes;
  let ofCodes: KuAlphas | Refused | undefined;
  const figures: Figures[] = [];
  for (const plan of plans) {
    if (plan.kind === 'code' && first !== undefined && isComplete(plan))
      ofCodes ??= yield* kuAlphas(yield* continuumOf({ ...first, codes: codes.flatMap(each => each.codes) }));
    figures.push(yield* figuresOf(plan, ofCodes));
  }
  return figures;
}

const isComplete = ({ transcripts, coders }: RowPlan): boolean =>
  transcripts.every(transcript => transcript.coders.length >= coders.length);

/** @param ofCodes the figures of all codes, where the row is of one of them */
function* figuresOf(plan: RowPlan, ofCodes: KuAlphas | Refused | undefined): Pieces<Figures> {
  const { kind, key } = plan;
  if (kind === 'theme')
    return { uAlpha: isComplete(plan) ? asFigure(yield* uAlpha(yield* continuumOf(plan, () => key))) : INCOMPLETE };
  if (kind !== 'code') {
    if (!isComplete(plan)) return { anyAlpha: INCOMPLETE, uAlpha: INCOMPLETE, cuAlpha: INCOMPLETE };
    const continuum = yield* continuumOf(plan);
    return {
      anyAlpha: asFigure(yield* anyAlpha(continuum)),
      uAlpha: asFigure(yield* uAlpha(continuum)),
      cuAlpha: asFigure(yield* cuAlpha(continuum)),
    };
  }
  if (ofCodes === undefined) return { uAlpha: INCOMPLETE, kuAlpha: INCOMPLETE };
  const ofCode: Measured = ofCodes.refused === undefined ? (ofCodes.byCode.get(key) as Measured) : ofCodes;
  return { uAlpha: asFigure(yield* uAlpha(yield* continuumOf(plan))), kuAlpha: asFigure(ofCode) };
}

/** What the coders of a row marked, transcript after transcript. @param nameOf what stands for a code; the code without it */
function* continuumOf(
  { coders, transcripts, codes }: Pick<RowPlan, 'coders' | 'transcripts' | 'codes'>,
  nameOf: (code: string) => string = code => code,
): Pieces<Continuum> {
  const units: Unit[] = [];
  let length = 0;
  for (const { ruler, marks } of transcripts) {
    for (const code of codes) {
      for (const coder of coders) {
        for (const { at } of marks.get(code)?.get(coder) ?? [])
          units.push({ coder, start: length + at.start, end: length + at.end, code: nameOf(code) });
      }
    }
    length += ruler.units;
    yield;
  }
  return { length, coders, units };
}
