/** A number in a manuscript, with what became of it. */
export interface NumberClaim {
  /** From 1. */
  readonly line: number;
  /** Where it stands, in UTF-16 units of the text. */
  readonly at: number;
  /** The words it stands in, as they are written. */
  readonly words: string;
  /** `unchecked`: it was not understood what is meant, or it is not told by the data. */
  readonly verdict: 'right' | 'wrong' | 'unchecked';
  /** What the manuscript says, in few words. */
  readonly says: string;
  /** What the data say; for `unchecked` why it was not compared. */
  readonly data: string;
  /** Whether the manuscript says itself what is counted. */
  readonly isMarked: boolean;
}
