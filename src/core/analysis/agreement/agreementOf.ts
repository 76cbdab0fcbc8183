import { each, inPieces, type Pacing, type Pieces } from '../../pieces.js';
import type { Corpus } from '../corpus/corpus.js';
import {
  type Agreement,
  type AgreementFigure,
  type AgreementOptions,
  type AgreementRow,
  type MeasureName,
  ROW_KINDS,
} from './agreement.js';
import type { Compared } from './compared/compared.js';
import { readCompared } from './compared/readCompared.js';
import type { Ratings } from './measures/ratings.js';
import { Blocks } from './ratings/blocks.js';
import { ratedFigures, ratingsOf } from './rows/figures.js';
import { intervalsOf, type RowIntervals } from './rows/intervals.js';
import { planRows, type RowPlan } from './rows/plan.js';
import { prevalenceSentence } from './rows/prevalent.js';
import { unitizedFigures } from './rows/unitized.js';
import type { AgreementTexts } from './texts.js';

/** In how many transcripts the codings of a row are counted in one piece. */
const PIECE = 20;

/**
 * How well coders agree. Near-linear in codings and text; with intervals, that once more for each resample.
 * @param pacing its progress counts transcripts, then resamples; cancelled, it answers for what was read and drawn by then
 */
export async function agreementOf(
  corpus: Corpus,
  options: AgreementOptions,
  texts: AgreementTexts,
  pacing: Pacing = {},
): Promise<Agreement> {
  const compared = await readCompared(corpus, options, texts, pacing);
  return inPieces(figuresOf(corpus, compared, options, pacing), { pause: pacing.pause });
}

function* figuresOf(corpus: Corpus, compared: Compared, options: AgreementOptions, pacing: Pacing): Pieces<Agreement> {
  const { unit, inScope, coders, transcripts, left } = compared;
  const blocks = new Blocks(compared);
  const plans = yield* planRows(corpus, compared, new Set(options.rows ?? ROW_KINDS), blocks);
  const { samples = 0, seed = 1 } = options;
  const intervals = yield* intervalsOf(plans, blocks, options, pacing);
  const unitized = yield* unitizedFigures(plans, unit);
  const whole = blocks.whole();
  const rows: AgreementRow[] = [];
  for (const [i, plan] of plans.entries()) {
    const ratings = yield* ratingsOf(plan, whole);
    rows.push(yield* rowOf(plan, ratings, intervals[i], unitized[i]));
    yield;
  }
  return {
    unit,
    inScope,
    coders,
    transcripts: transcripts.map(({ transcript: { path, name }, coders: whose, ruler }) => {
      return { path, name, coders: whose, units: ruler.units };
    }),
    left,
    rows,
    ...(samples > 0 ? { resampling: { samples, seed, blocks: blocks.lengths.length } } : {}),
    complete: compared.complete && !pacing.cancellation?.cancelled,
  };
}

type Figures = Partial<Record<MeasureName, AgreementFigure>>;

function* rowOf(
  plan: RowPlan,
  ratings: readonly Ratings[],
  intervals: RowIntervals | undefined,
  unitized: Figures | undefined,
): Pieces<AgreementRow> {
  const { kind, key, label, depth, coders, transcripts, codes, cells } = plan;
  const figures: Figures = { ...ratedFigures(plan, ratings), ...unitized };
  yield;
  const sentence = prevalenceSentence(ratings);
  yield;
  const codings = yield* codingsIn(plan);
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
    codings,
    codes: kind === 'theme' ? codes.length : cells.length,
    measures: figures,
    ...(sentence === undefined ? {} : { prevalence: { sentence } }),
  };
}

function* codingsIn({ codes, coders, transcripts }: RowPlan): Pieces<number> {
  let count = 0;
  yield* each(transcripts, PIECE, ({ marks }) => {
    for (const code of codes) for (const coder of coders) count += marks.get(code)?.get(coder)?.length ?? 0;
  });
  return count;
}
