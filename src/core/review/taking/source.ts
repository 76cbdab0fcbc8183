import type { Codebook } from '../../codebook/codebook.js';
import type { Change } from '../change.js';

/** One of the two states that were compared. */
export type Side = 'before' | 'after';

/** What is asked of a state when something of it is to be put into today's files. A `StudyState` is one. */
export interface Source {
  /** Whether a file is there. */
  has(path: string): boolean;
  /** A file as text; undefined where it is not there. */
  read(path: string): Promise<string | undefined>;
  codebook(): Promise<Codebook>;
}

/** Both of them, and what differs between them: a `Comparison`. Without its changes renamed transcripts are not followed. */
export interface Sources extends Readonly<Record<Side, Source>> {
  readonly changes?: readonly Change[];
}

/** The other side. */
export function otherSide(side: Side): Side {
  return side === 'before' ? 'after' : 'before';
}
