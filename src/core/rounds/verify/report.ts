import type { Commit } from '../../ports.js';

/** A version as a report names it; what it says of itself is only quoted. */
export type NamedVersion = Pick<Commit, 'id' | 'author' | 'date'>;

/** A version of somebody's codings that was made on a history which holds codings of another coder, made in the round. */
export interface Contradiction {
  readonly coder: string;
  readonly version: NamedVersion;
  readonly other: string;
  /** The version with the other's codings that is in its history; the latest of them. */
  readonly holds: NamedVersion;
}

/** Why something cannot be shown. */
export type Reason =
  /** Nobody saved the opening as a version, or it is not in this history. */
  | { readonly why: 'not-opened' }
  /** The opening was recorded more than once, as when versions were written anew: nobody can say when the round began. */
  | { readonly why: 'several-openings'; readonly versions: readonly NamedVersion[] }
  /** This copy does not hold the whole history of the round. */
  | { readonly why: 'cut-off' }
  | { readonly why: 'not-closed'; readonly coder: string }
  /** Closings of one coder that were not made on each other. */
  | { readonly why: 'several-closings'; readonly coder: string; readonly versions: readonly NamedVersion[] }
  /** The closing was made on a history without the opening. */
  | { readonly why: 'closed-elsewhere'; readonly coder: string; readonly version: NamedVersion }
  | { readonly why: 'nothing-coded'; readonly coder: string }
  /** The version that opens the round has work on its transcripts, too: which was first nobody can say. */
  | { readonly why: 'with-opening'; readonly coder: string }
  /** There was work on these transcripts before the round. */
  | { readonly why: 'before'; readonly coder: string }
  /** Versions made on a history without the opening: nobody can say whether in the round. */
  | { readonly why: 'aside'; readonly coder: string; readonly versions: readonly NamedVersion[] }
  /** One version changed codings of both: both worked in one copy, or their work was squashed into one. */
  | { readonly why: 'together'; readonly coders: readonly [string, string]; readonly versions: readonly NamedVersion[] }
  /** The same person saved codings of both. */
  | { readonly why: 'one-person'; readonly coders: readonly [string, string]; readonly authors: readonly string[] }
  /** Lines of one coder stand in a file of somebody else. */
  | { readonly why: 'copied'; readonly coder: string; readonly version: NamedVersion; readonly path: string }
  /** A transcript of the round was moved or removed, and codings of others may be of it. */
  | { readonly why: 'moved'; readonly transcript: string }
  /** Somebody who takes no part and had no work before coded these transcripts: it may be a coder under another name. */
  | { readonly why: 'stranger'; readonly coder: string; readonly version: NamedVersion };

export type Verdict = 'shown' | 'contradicted' | 'unknown';

/** What a history tells of two coders: `shown` in both directions, or not. */
export interface PairReport {
  readonly coders: readonly [string, string];
  readonly verdict: Verdict;
  readonly contradictions: readonly Contradiction[];
  readonly reasons: readonly Reason[];
}

/** What a history tells of one coder. */
export interface CoderReport {
  readonly coder: string;
  /** The version that closes the round: agreement is to be worked out on the codings in it. */
  readonly closing: NamedVersion | undefined;
  /** Versions of the coder's codings of these transcripts, from the opening to the closing (or to now). */
  readonly versions: number;
  /** Codings and notes in the closing version. */
  readonly records: number;
  /** How many of them are another thing now, are gone or came since; none without a closing. */
  readonly changedSince: number;
}

/** What can be said of a blind round by its history alone. */
export interface RoundReport {
  readonly name: string;
  readonly id: string;
  /** As the opening says it. */
  readonly coders: readonly string[];
  readonly transcripts: readonly string[];
  readonly openedBy: string;
  readonly opening: NamedVersion | undefined;
  readonly people: readonly CoderReport[];
  readonly pairs: readonly PairReport[];
}
