import type { Stretch, Unitized } from './continuum.js';

/** A piece of a continuum within which no coder begins or ends anything. */
export interface Piece {
  /** In code points. */
  readonly length: number;
  /** What each coder marked there; undefined where nothing. The list is reused: what is needed later must be taken out of it. */
  readonly marked: readonly (Stretch | undefined)[];
}

/** Goes through a continuum from border to border: as many steps as there are borders, however long the text. */
export function* sweep({ coders, length }: Unitized): Generator<Piece> {
  const borders = new Set([0, length]);
  for (const { start, end } of coders.flat()) borders.add(start).add(end);
  const ordered = [...borders].sort((a, b) => a - b);
  const next = coders.map(() => 0);
  const marked: (Stretch | undefined)[] = coders.map(() => undefined);
  for (const [at, start] of ordered.entries()) {
    const end = ordered[at + 1];
    if (end === undefined) return;
    for (const [coder, units] of coders.entries()) {
      while ((units[next[coder] ?? 0]?.end ?? length + 1) <= start) next[coder] = (next[coder] ?? 0) + 1;
      const unit = units[next[coder] ?? 0];
      marked[coder] = unit !== undefined && unit.start <= start ? unit : undefined;
    }
    yield { length: end - start, marked };
  }
}
