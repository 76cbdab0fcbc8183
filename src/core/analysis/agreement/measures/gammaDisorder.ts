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

/** How many ways to match are looked at beside each other, and how many matches of one unit. */
const MOST_STATES = 5_000;
const MOST_MATCHES = 5_000;

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
  const costs: Costs = {
    alone: deltaEmpty,
    pairs,
    most: coders.length * pairs * deltaEmpty,
    between: (a, b) => {
      const borders = Math.abs(a.start - b.start) + Math.abs(a.end - b.end);
      const place = (borders / (a.end - a.start + b.end - b.start)) ** 2;
      return (alpha * place + (a.code === b.code ? 0 : beta)) * deltaEmpty;
    },
  };
  const matches: (readonly Match[])[] = [];
  for (const first of ordered.keys()) {
    const begun = matchesOf(ordered, first, costs);
    if (begun === undefined) return refuse('too-many-alignments');
    matches.push(begun);
  }
  const gain = bestGain(matches, MOST_STATES);
  if (gain === undefined) return refuse('too-many-alignments');
  return { value: (units.length * deltaEmpty - gain) / (units.length / coders.length) };
}

interface Costs {
  /** Of a unit that is matched with none, and of a coder's lack of a unit in a match. */
  readonly alone: number;
  /** How many pairs of coders there are: a match costs the mean over them. */
  readonly pairs: number;
  /** A pair that differs by more costs more than leaving all coders' units alone, whatever it is matched with besides. */
  readonly most: number;
  between(a: Unit, b: Unit): number;
}

/** @returns all sets of units of different coders, beginning with one unit, that cost less together than alone; undefined where they are too many */
function matchesOf(units: readonly Unit[], first: number, costs: Costs): readonly Match[] | undefined {
  const begin = units[first];
  if (begin === undefined) return [];
  const near: number[] = [];
  for (let at = first + 1; at < units.length; at++) {
    const unit = units[at];
    if (unit !== undefined && unit.coder !== begin.coder && costs.between(begin, unit) < costs.most) near.push(at);
  }
  const matches: Match[] = [];
  let looked = 0;
  const extend = (set: readonly Unit[], others: readonly number[], apart: number, from: number): void => {
    for (let at = from; at < near.length && looked <= MOST_MATCHES; at++) {
      const index = near[at] ?? 0;
      const unit = units[index];
      if (unit === undefined || set.some(({ coder }) => coder === unit.coder)) continue;
      looked += 1;
      const sum = set.reduce((total, other) => total + costs.between(other, unit), apart);
      if (sum >= costs.most) continue;
      const more = set.length + 1;
      const lacking = costs.pairs - (more * (more - 1)) / 2;
      const gain = more * costs.alone - (sum + lacking * costs.alone) / costs.pairs;
      if (gain > 0) matches.push({ others: [...others, index], gain });
      extend([...set, unit], [...others, index], sum, at + 1);
    }
  };
  extend([begin], [], 0, 0);
  return looked > MOST_MATCHES ? undefined : matches;
}
