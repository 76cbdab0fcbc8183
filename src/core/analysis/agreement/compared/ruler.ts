import { firstWhere } from '../../../text/firstWhere.js';
import type { Span } from '../../../text/span.js';

/** A stretch of text and which unit it belongs to, or begins with. */
export interface Piece {
  readonly span: Span;
  readonly unit: number;
}

/** Turns places in a transcript into places among the units that are compared, counted from 0. */
export class Ruler {
  /**
   * @param units how many there are
   * @param pieces what is compared, in order and apart; whatever is between them is not
   * @param blocks the first unit of each turn that has any, ascending
   * @param isByCharacter each character of a piece is a unit; else the whole piece is of one
   */
  constructor(
    readonly units: number,
    private readonly pieces: readonly Piece[],
    readonly blocks: readonly number[],
    private readonly isByCharacter: boolean,
  ) {}

  /** The units that a stretch has something of, as a span of them; undefined: none. */
  at({ start, end }: Span): Span | undefined {
    const first = this.pieces[this.firstBehind(start)];
    // The last piece that begins before the end.
    const last = this.pieces[this.firstFrom(end) - 1];
    if (first === undefined || last === undefined || first.span.start > last.span.start) return undefined;
    if (!this.isByCharacter) return { start: first.unit, end: last.unit + 1 };
    return {
      start: first.unit + Math.max(0, start - first.span.start),
      end: last.unit + Math.min(end, last.span.end) - last.span.start,
    };
  }

  /** Index of the first piece that ends behind a position. */
  private firstBehind(position: number): number {
    return firstWhere(this.pieces, ({ span }) => span.end > position);
  }

  /** Index of the first piece that does not begin before a position. */
  private firstFrom(position: number): number {
    return firstWhere(this.pieces, ({ span }) => span.start >= position);
  }
}
