/** Why a coefficient cannot be had. */
export type RefusalKind =
  | 'no-units'
  | 'no-shared-units'
  | 'one-coder'
  | 'not-two-coders'
  | 'no-variation'
  | 'one-category'
  | 'no-order'
  | 'not-numbers'
  | 'empty-unit'
  | 'overlapping-units'
  | 'not-comparable'
  | 'too-many-alignments'
  | 'few-blocks';

/** A coefficient that has no value here; never NaN. */
export interface Refused {
  readonly refused: RefusalKind;
  /** A sentence for people. */
  readonly reason: string;
  readonly value?: undefined;
}

/** A coefficient and what it is made of. */
export interface Figure {
  /** 1 is perfect agreement, 0 what chance gives, below that disagreement with a system; percentages go from 0 to 1. */
  readonly value: number;
  /** Observed agreement, 0 … 1. */
  readonly observed?: number | undefined;
  /** Agreement to be expected by chance, as the coefficient understands chance, 0 … 1. */
  readonly expected?: number | undefined;
  readonly refused?: undefined;
}

/** A figure that is made of observed and expected agreement. */
export interface Corrected extends Figure {
  readonly observed: number;
  readonly expected: number;
}

/** What a measure answers: a figure, or why there is none. Told apart by `refused`. */
export type Measured<F extends Figure = Figure> = F | Refused;

const REASONS: Readonly<Record<RefusalKind, string>> = {
  'no-units': 'Nothing was coded.',
  'no-shared-units': 'Nothing was coded by two coders.',
  'one-coder': 'Agreement needs at least two coders.',
  'not-two-coders':
    'This coefficient is for two coders. For more, take the one for several coders, or the mean of pairs.',
  'no-variation': 'All answers are the same: without a difference there is nothing that chance could be told from.',
  'one-category': 'There is one answer only: where nobody could answer anything else, agreement means nothing.',
  'no-order': 'The answers have no order: name them in their order, or take a measure for names.',
  'not-numbers': 'The answers are no numbers: take a measure for names or for an order.',
  'empty-unit': 'A coded passage is empty: this coefficient measures lengths.',
  'overlapping-units':
    'A coder gave several codes to the same text. This coefficient wants one code for each place: compare one code at a time.',
  'not-comparable': 'What got this code was coded by nobody else.',
  'too-many-alignments': 'There are too many ways to match the coded passages to find the best one.',
  'few-blocks': 'There is too little that could be drawn again.',
};

/** @returns why there is no figure, as data and as a sentence */
export function refuse(refused: RefusalKind, reason: string = REASONS[refused]): Refused {
  return { refused, reason };
}

/** Whether a measure gave no figure. */
export const isRefused = (measured: Measured): measured is Refused => measured.refused !== undefined;

/**
 * The form all coefficients that correct for chance share: 1 − observed / expected disagreement, which is
 * (observed − expected) / (1 − expected) in agreements. Disagreements are added up rather than taken from 1, so that nothing is lost where
 * agreement is nearly perfect or nearly all of it is due to chance.
 * @param observed share of disagreements, 0 … 1
 * @param expected share of disagreements by chance, 0 … 1
 */
export function corrected(observed: number, expected: number): Measured<Corrected> {
  if (!(expected > 0)) return refuse('no-variation');
  return { value: 1 - observed / expected, observed: 1 - observed, expected: 1 - expected };
}
