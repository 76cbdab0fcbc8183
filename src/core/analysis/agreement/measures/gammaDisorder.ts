import { bestGain, type Match } from './bestAlignment.js';
import type { Continuum, Unit } from './continuum.js';
import { type Figure, type Measured, refuse } from './measured.js';

/** What counts how much when units are matched. */
export interface GammaOptions {
  /** Weight of the places; 1 where nothing else is said. */
  readonly alpha?: number;
  /** Weight of the codes; 1 where nothing else is said. */
  readonly beta?: number;
  /** What a unit costs that meets none of another coder's; the unit in which disorder is measured. 1 where nothing else is said. */
  readonly deltaEmpty?: number;
}

/** How many ways to match are looked at beside each other. */
const MOST_STATES = 20_000;

/**
 * The disorder of the best alignment: how much is left of differences between coders when their units are matched as well as possible; 0 is
 * perfect agreement. It is the observed part of gamma, which is 1 − disorder / the disorder of continua drawn by chance; overlapping units
 * and several codes on the same text are welcome.
 * Y. Mathet, A. Widlöcher, J.-P. Métivier (2015), The unified and holistic method gamma (γ) for inter-annotator agreement measure and alignment,
 * Computational Linguistics 41, 437–479, with the combined dissimilarity: two units differ by the square of what their borders are apart in
 * proportion to their lengths, and by 1 where their codes differ.
 * What it costs depends on how many units lie near each other, not on the length of the text; refused where that is too many.
 */
export function gammaDisorder(continuum: Continuum, options: GammaOptions = {}): Measured<Figure> {
  const { coders, units } = continuum;
  const { alpha = 1, beta = 1, deltaEmpty = 1 } = options;
  if (coders.length < 2) return refuse('one-coder');
  if (units.length === 0) return refuse('no-units');
  if (units.some(({ start, end }) => end <= start)) return refuse('empty-unit');
  const ordered = [...units].sort((a, b) => a.start - b.start || a.end - b.end);
  const pairs = (coders.length * (coders.length - 1)) / 2;
  const difference = (a: Unit, b: Unit): number => {
    const borders = Math.abs(a.start - b.start) + Math.abs(a.end - b.end);
    const place = (borders / (a.end - a.start + b.end - b.start)) ** 2;
    return (alpha * place + (a.code === b.code ? 0 : beta)) * deltaEmpty;
  };
  const matches = ordered.map((_, first) => matchesOf(ordered, first, coders.length, pairs, deltaEmpty, difference));
  const gain = bestGain(matches, MOST_STATES);
  if (gain === undefined) return refuse('too-many-alignments');
  return { value: (units.length * deltaEmpty - gain) / (units.length / coders.length) };
}

/** All sets of units of different coders, beginning with one unit, that cost less together than each alone. */
function matchesOf(
  units: readonly Unit[],
  first: number,
  coders: number,
  pairs: number,
  deltaEmpty: number,
  difference: (a: Unit, b: Unit) => number,
): readonly Match[] {
  const begin = units[first];
  if (begin === undefined) return [];
  // A pair that differs by more costs more than leaving all coders' units alone, whatever it is matched with besides.
  const most = coders * pairs * deltaEmpty;
  const near: number[] = [];
  for (let at = first + 1; at < units.length; at++) {
    const unit = units[at];
    if (unit !== undefined && unit.coder !== begin.coder && difference(begin, unit) < most) near.push(at);
  }
  const matches: Match[] = [];
  const extend = (chosen: readonly number[], apart: number, from: number): void => {
    for (let at = from; at < near.length; at++) {
      const index = near[at] ?? 0;
      const unit = units[index];
      const others = chosen.map(each => units[each]).filter(each => each !== undefined);
      if (unit === undefined || others.some(({ coder }) => coder === unit.coder)) continue;
      const sum = others.reduce((total, other) => total + difference(other, unit), apart);
      if (sum >= most) continue;
      const set = [...chosen, index];
      const empty = pairs - (set.length * (set.length - 1)) / 2;
      const gain = set.length * deltaEmpty - (sum + empty * deltaEmpty) / pairs;
      if (gain > 0) matches.push({ others: set.slice(1), gain });
      extend(set, sum, at + 1);
    }
  };
  extend([first], 0, 0);
  return matches;
}
