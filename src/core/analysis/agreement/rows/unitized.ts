import type { AgreementFigure, AgreementUnit, MeasureName } from '../agreement.js';
import { anyAlpha } from '../measures/anyAlpha.js';
import type { Continuum, Unit } from '../measures/continuum.js';
import { cuAlpha } from '../measures/cuAlpha.js';
import { kuAlphas } from '../measures/kuAlpha.js';
import type { Measured } from '../measures/measured.js';
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
export function unitizedFigures(plans: readonly RowPlan[], unit: AgreementUnit): readonly Figures[] {
  if (unit !== 'character') return plans.map(() => ({}));
  let ofCodes: ReturnType<typeof kuAlphas> | undefined;
  return plans.map(plan => {
    const { kind, key, codes, coders, transcripts } = plan;
    const isComplete = transcripts.every(transcript => transcript.coders.length >= coders.length);
    if (kind === 'theme') return { uAlpha: isComplete ? asFigure(uAlpha(continuumOf(plan, () => key))) : INCOMPLETE };
    if (kind !== 'code') {
      if (!isComplete) return { anyAlpha: INCOMPLETE, uAlpha: INCOMPLETE, cuAlpha: INCOMPLETE };
      const continuum = continuumOf(plan);
      return {
        anyAlpha: asFigure(anyAlpha(continuum)),
        uAlpha: asFigure(uAlpha(continuum)),
        cuAlpha: asFigure(cuAlpha(continuum)),
      };
    }
    if (!isComplete) return { uAlpha: INCOMPLETE, kuAlpha: INCOMPLETE };
    // All rows of codes are about the same text, and all codes in it.
    ofCodes ??= kuAlphas(
      continuumOf({ ...plan, codes: plans.flatMap(each => (each.kind === 'code' ? each.codes : [])) }),
    );
    const ofCode: Measured = ofCodes.refused === undefined ? (ofCodes.byCode.get(key) as Measured) : ofCodes;
    return { uAlpha: asFigure(uAlpha(continuumOf(plan))), ...(codes.length > 0 ? { kuAlpha: asFigure(ofCode) } : {}) };
  });
}

/** What the coders of a row marked, transcript after transcript. @param nameOf what stands for a code; the code without it */
function continuumOf(
  { coders, transcripts, codes }: Pick<RowPlan, 'coders' | 'transcripts' | 'codes'>,
  nameOf: (code: string) => string = code => code,
): Continuum {
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
  }
  return { length, coders, units };
}
