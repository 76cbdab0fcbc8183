import { fleissKappa } from './fleissKappa.js';
import type { Refused } from './measured.js';
import { categoriesOf, type Ratings } from './ratings.js';
import { sumOf } from './sum.js';

/** How unevenly answers are spread, and whether that misleads. */
export interface Prevalence {
  /** The most frequent answer, and its share of all answers, 0 … 1. */
  readonly category: string;
  readonly share: number;
  /** How much more frequent it is than all others together: 2 × share − 1. For two coders the prevalence index of Byrt and others, (a − d) / n. */
  readonly prevalenceIndex: number;
  /** How differently coders use it: the largest difference of their shares. For two coders the bias index of Byrt and others, |b − c| / n. */
  readonly biasIndex: number;
  /** Observed agreement, what chance gives, and kappa (Fleiss'; for two coders Scott's pi). */
  readonly observed: number;
  readonly expected: number;
  readonly kappa: number;
  /** Set where kappa is low because one answer prevails, and not because coders disagree: a sentence. */
  readonly warning?: string | undefined;
  readonly refused?: undefined;
}

/**
 * The prevalence index from which on there is a warning. With 0.7, one answer makes up 85 % of all; then coders at random agree on 3 units of 4, at
 * least 70 % agreement is certain, and each per cent of disagreement takes four from kappa. The table with which Feinstein and Cicchetti show the
 * paradox (85 % agreement, kappa 0.32) has 0.75.
 */
export const PREVALENT = 0.7;

/** How far kappa must be below the observed agreement for a warning: less is no paradox. */
export const FAR_BELOW = 0.2;

/**
 * How prevalent one answer is, and a warning where it makes kappa low while the percentage is high.
 * A. R. Feinstein, D. V. Cicchetti (1990), High agreement but low kappa: I. The problems of two paradoxes, Journal of Clinical Epidemiology 43,
 * 543–549; T. Byrt, J. Bishop, J. B. Carlin (1993), Bias, prevalence and kappa, Journal of Clinical Epidemiology 46, 423–429. For more than two
 * coders and answers the indices are of the most frequent answer against all others, as given above.
 * @returns refused where kappa is
 */
export function prevalenceOf(ratings: Ratings): Prevalence | Refused {
  const kappa = fleissKappa(ratings);
  if (kappa.refused !== undefined) return kappa;
  const { observed, expected, value } = kappa;
  const byCoder = ratings.coders.map((_, coder) => countsOf(ratings, coder)).filter(({ all }) => all > 0);
  const all = sumOf(byCoder, counts => counts.all);
  const shareOf = (category: string): number => sumOf(byCoder, ({ counts }) => counts.get(category) ?? 0) / all;
  const [category, share] = categoriesOf(ratings)
    .map((each): [string, number] => [each, shareOf(each)])
    .reduce((most, next) => (next[1] > most[1] ? next : most));
  const shares = byCoder.map(counts => (counts.counts.get(category) ?? 0) / counts.all);
  const prevalenceIndex = 2 * share - 1;
  const misleads = prevalenceIndex >= PREVALENT && observed - value >= FAR_BELOW;
  return {
    category,
    share,
    prevalenceIndex,
    biasIndex: Math.max(...shares) - Math.min(...shares),
    observed,
    expected,
    kappa: value,
    warning: misleads ? sentence(share, observed, expected, value) : undefined,
  };
}

/** How often a coder gave each answer. */
function countsOf(
  ratings: Ratings,
  coder: number,
): { readonly counts: ReadonlyMap<string, number>; readonly all: number } {
  const counts = new Map<string, number>();
  let all = 0;
  for (const { values, count } of ratings.patterns) {
    const value = values[coder] ?? null;
    if (value === null) continue;
    counts.set(value, (counts.get(value) ?? 0) + count);
    all += count;
  }
  return { counts, all };
}

function sentence(share: number, observed: number, expected: number, kappa: number): string {
  return (
    `One answer makes up ${percent(share)} of all answers. Coders who gave it as often, but at random, would agree on ${percent(expected)} of the units; ` +
    `so kappa, pi and alpha are low (${kappa.toFixed(2)}) although coders agree on ${percent(observed)}. ` +
    'Read them together with the percentage and AC1, and look at the disagreements themselves.'
  );
}

/** Nothing but all is 100 %. */
const percent = (share: number): string =>
  share < 1 && share >= 0.995 ? 'more than 99 %' : `${Math.round(share * 100)} %`;
