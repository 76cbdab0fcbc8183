import type { Counted } from '../../core/analysis/matrix/matrix.js';
import type { BarShape } from '../../core/report/figures/bars.js';
import type { FigureKind } from './protocol.js';

/** What there is to choose among, in the order in which it is offered. */
export const FIGURES: readonly FigureKind[] = ['heat', 'bars', 'network', 'along', 'new'];
export const SHAPES: readonly BarShape[] = ['stacked', 'grouped', 'whole'];
export const COUNTS: readonly Counted[] = ['participants', 'excerpts', 'words'];

/** The one that a value names; the first where it names none. */
export function pick<K extends string>(among: readonly K[], value: unknown): K {
  return among.find(one => one === value) ?? (among[0] as K);
}
