import { type Pieces, pieceOf } from '../../../pieces.js';
import { sorted } from '../../../text/sorted.js';
import { type Refused, refuse } from './measured.js';

/** How many stretches are looked at in one go. */
export const PIECE = 1000;

/** One coder's stretch of a continuum with its code, in code points; `end` is exclusive. */
export interface Unit {
  readonly coder: string;
  readonly start: number;
  readonly end: number;
  readonly code: string;
}

/** A text, or several one after the other, in which each coder marked stretches. */
export interface Continuum {
  /** In code points. */
  readonly length: number;
  /** Everybody who coded it, those who marked nothing included. */
  readonly coders: readonly string[];
  readonly units: readonly Unit[];
}

/** A coder's stretch. */
export type Stretch = Pick<Unit, 'start' | 'end' | 'code'>;

/** The stretches of each coder in order, none of which overlap. */
export interface Unitized {
  readonly length: number;
  /** One list a coder, in the order of `Continuum.coders`. */
  readonly coders: readonly (readonly Stretch[])[];
  readonly refused?: undefined;
}

/**
 * The stretches of each coder, in order. What a coder gave the same code twice, in stretches that overlap, is one stretch; stretches that only
 * touch stay two, because where units end is what the coefficients for unitizing ask.
 * @returns refused where there is nothing to compare, a stretch is empty, or a coder gave different codes to the same text
 * @throws RangeError where a unit lies outside of the continuum or belongs to no coder
 */
export function* unitize(continuum: Continuum): Pieces<Unitized | Refused> {
  const { length, coders, units } = continuum;
  if (coders.length < 2) return refuse('one-coder');
  if (units.length === 0) return refuse('no-units');
  const lists = new Map<string, Unit[]>(coders.map(coder => [coder, []]));
  const isPiece = pieceOf(PIECE);
  for (const unit of units) {
    if (isPiece()) yield;
    const list = lists.get(unit.coder);
    if (list === undefined || unit.start < 0 || unit.end > length || unit.end < unit.start) {
      throw new RangeError('a unit must lie in its continuum and belong to one of its coders');
    }
    if (unit.end === unit.start) return refuse('empty-unit');
    list.push(unit);
  }
  const unitized: Stretch[][] = [];
  for (const list of lists.values()) {
    const merged = yield* merge(yield* sorted(list, (a, b) => a.start - b.start || a.end - b.end));
    if (merged === undefined) return refuse('overlapping-units');
    unitized.push(merged);
  }
  return { length, coders: unitized };
}

/** @returns undefined where stretches with different codes overlap */
function* merge(ordered: readonly Stretch[]): Pieces<Stretch[] | undefined> {
  const isPiece = pieceOf(PIECE);
  const merged: Stretch[] = [];
  for (const { start, end, code } of ordered) {
    if (isPiece()) yield;
    const last = merged.at(-1);
    if (last === undefined || start >= last.end) merged.push({ start, end, code });
    else if (last.code !== code) return undefined;
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end), code };
  }
  return merged;
}
