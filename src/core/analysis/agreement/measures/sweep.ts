import type { Stretch, Unitized } from './continuum.js';

/** A piece of a continuum within which no coder begins or ends anything. */
export interface Piece {
  /** In code points. */
  readonly length: number;
  /** What each coder marked there; undefined where nothing. The list is reused: what is needed later must be taken out of it. */
  readonly marked: readonly (Stretch | undefined)[];
}

/** Goes through a continuum from border to border: as many steps as there are borders, however long the text; each as it is asked for. */
export function* sweep({ coders, length }: Unitized): Generator<Piece> {
  const next = coders.map(() => 0);
  const marked: (Stretch | undefined)[] = coders.map(() => undefined);
  for (let at = 0; at < length; ) {
    let end = length;
    for (const [coder, units] of coders.entries()) {
      while ((units[next[coder] ?? 0]?.end ?? length + 1) <= at) next[coder] = (next[coder] ?? 0) + 1;
      const unit = units[next[coder] ?? 0];
      const isHere = unit !== undefined && unit.start <= at;
      marked[coder] = isHere ? unit : undefined;
      if (unit !== undefined) end = Math.min(end, isHere ? unit.end : unit.start);
    }
    yield { length: end - at, marked };
    at = end;
  }
}
