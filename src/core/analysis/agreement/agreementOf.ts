import type { Cancellation } from '../../ports.js';
import type { Progress } from '../../study/study.js';
import type { Corpus } from '../corpus/corpus.js';
import {
  type Agreement,
  type AgreementFigure,
  type AgreementOptions,
  type AgreementRow,
  type MeasureName,
  ROW_KINDS,
} from './agreement.js';
import { readCompared } from './compared/readCompared.js';
import { Blocks } from './ratings/blocks.js';
import { ratedFigures, ratingsOf } from './rows/figures.js';
import { intervalsOf, type RowIntervals } from './rows/intervals.js';
import { planRows, type RowPlan } from './rows/plan.js';
import { prevalenceSentence } from './rows/prevalent.js';
import { unitizedFigures } from './rows/unitized.js';
import type { AgreementTexts } from './texts.js';

/**
 * How well coders agree. Near-linear in codings and text; with intervals, that once more for each resample.
 * @param progress counts transcripts, then resamples
 */
export async function agreementOf(
  corpus: Corpus,
  options: AgreementOptions,
  texts: AgreementTexts,
  progress?: Progress,
  cancellation?: Cancellation,
): Promise<Agreement> {
  const compared = await readCompared(corpus, options, texts, progress, cancellation);
  const { unit, inScope, coders, transcripts, left } = compared;
  const blocks = new Blocks(compared);
  const plans = planRows(corpus, compared, new Set(options.rows ?? ROW_KINDS), blocks);
  const { samples = 0, seed = 1 } = options;
  const intervals = await intervalsOf(plans, blocks, options, progress, cancellation);
  const unitized = unitizedFigures(plans, unit);
  return {
    unit,
    inScope,
    coders,
    transcripts: transcripts.map(({ transcript: { path, name }, coders: whose, ruler }) => {
      return { path, name, coders: whose, units: ruler.units };
    }),
    left,
    rows: plans.map((plan, i) => rowOf(plan, blocks, intervals[i], unitized[i])),
    ...(samples > 0 ? { resampling: { samples, seed, blocks: blocks.lengths.length } } : {}),
    complete: compared.complete && !cancellation?.cancelled,
  };
}

type Figures = Partial<Record<MeasureName, AgreementFigure>>;

function rowOf(
  plan: RowPlan,
  blocks: Blocks,
  intervals: RowIntervals | undefined,
  unitized: Figures | undefined,
): AgreementRow {
  const { kind, key, label, depth, coders, transcripts, codes, cells } = plan;
  const ratings = ratingsOf(plan, blocks.whole());
  const figures: Figures = { ...ratedFigures(plan, ratings), ...unitized };
  const sentence = prevalenceSentence(ratings);
  for (const [measure, interval] of intervals ?? []) {
    const figure = figures[measure];
    if (figure?.value !== undefined) figures[measure] = { ...figure, interval };
  }
  return {
    kind,
    key,
    label,
    ...(depth === undefined ? {} : { depth }),
    coders,
    transcripts: transcripts.length,
    units: transcripts.reduce((sum, { ruler }) => sum + ruler.units, 0),
    codings: codingsIn(plan),
    codes: kind === 'theme' ? codes.length : cells.length,
    measures: figures,
    ...(sentence === undefined ? {} : { prevalence: { sentence } }),
  };
}

function codingsIn({ codes, coders, transcripts }: RowPlan): number {
  let count = 0;
  for (const { marks } of transcripts) {
    for (const code of codes) for (const coder of coders) count += marks.get(code)?.get(coder)?.length ?? 0;
  }
  return count;
}
