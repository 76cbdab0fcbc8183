import assert from 'node:assert/strict';
import { isRefused, type Measured } from '../../../../../src/core/analysis/agreement/measures/measured.js';
import type { Figures, PublishedCase } from './publishedCases.js';

/** How far a figure may be from one that is given to twelve places. */
const FULL_PRECISION = 1e-9;

/** A figure that must be there. */
export function figureOf<T extends Measured>(measured: T): Exclude<T, { refused: string }> {
  if (isRefused(measured)) assert.fail(`refused: ${measured.reason}`);
  return measured as Exclude<T, { refused: string }>;
}

/** Cases that expect figures, not a refusal. Lengths of units that have none are refused, as the note of that case says they should. */
export const withFigures = (cases: readonly PublishedCase[]): readonly PublishedCase[] =>
  cases.filter(({ expected, id }) => expected.error === undefined && id !== EMPTY_UNITS);

/** The case with units of no length, which another program calls 0. */
export const EMPTY_UNITS = '158-edge-alphau-only-zero-length-units';

/**
 * Holds what was measured to everything that the case gives: to what was published within its tolerance, and to what was recomputed from the
 * formulas in full precision. What a case gives and `measured` has not fails.
 */
export function equalsCase({ expected, recomputed, tolerance }: PublishedCase, measured: Figures): void {
  compare(expected, measured, tolerance ?? 0, 'published');
  if (recomputed !== undefined) compare(recomputed, measured, FULL_PRECISION, 'recomputed');
}

function compare(expected: Figures, measured: Figures, tolerance: number, source: string): void {
  for (const [name, figure] of Object.entries(expected)) {
    const own = measured[name];
    if (typeof figure === 'object') {
      assert.ok(typeof own === 'object', `${name} is missing`);
      compare(figure, own, tolerance, `${source} ${name}`);
    } else if (typeof figure === 'number') {
      assert.ok(typeof own === 'number', `${source}: ${name} is missing`);
      // The published figures are rounded: what is half a unit of the last place away is what was published.
      const within = Math.abs(own - figure) <= tolerance * (1 + 1e-9);
      assert.ok(within, `${source}: ${name} is ${own}, not ${figure} ± ${tolerance}`);
    }
  }
}
