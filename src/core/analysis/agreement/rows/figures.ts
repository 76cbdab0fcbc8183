import { mapped, type Pieces } from '../../../pieces.js';
import type { AgreementFigure, MeasureName } from '../agreement.js';
import type { Measured } from '../measures/measured.js';
import type { Ratings } from '../measures/ratings.js';
import type { Draw } from '../ratings/blocks.js';
import type { Cell } from '../ratings/cell.js';
import { coefficient, measuresFor } from './coefficients.js';
import type { RowPlan } from './plan.js';

/** How coders answered the questions of a row in a draw, question by question. */
export function ratingsOf({ cells }: Pick<RowPlan, 'cells'>, draw: Draw): Pieces<Ratings[]> {
  return mapped(cells, PIECE, cell => ratingsIn(cell, draw));
}

/** How many questions are looked at in one go. */
const PIECE = 10;

const ANSWERS = ['given', 'not'];

function ratingsIn(cell: Cell, draw: Draw): Ratings {
  const counts = cell.counts(draw);
  return {
    coders: cell.coders,
    patterns: cell.patterns.map((values, i) => ({ values, count: counts[i] ?? 0 })),
    categories: ANSWERS,
  };
}

/** All coefficients of a row that are made of answers to units. */
export function ratedFigures(
  plan: RowPlan,
  ratings: readonly Ratings[],
): Partial<Record<MeasureName, AgreementFigure>> {
  return Object.fromEntries(
    measuresFor(plan.coders.length).map(measure => [measure, asFigure(coefficient(measure, ratings))]),
  );
}

/** What a measure answered, as it is shown. */
export function asFigure(measured: Measured): AgreementFigure {
  if (measured.refused !== undefined) return { refused: measured.reason };
  const { value, observed, expected } = measured;
  return {
    value,
    ...(observed === undefined ? {} : { observed }),
    ...(expected === undefined ? {} : { chance: expected }),
  };
}
