/**
 * One coding as its line says it: this passage, this code. Keys that Verbatim does not know are kept in the object, in
 * their place, and are written back.
 */
export interface Coding {
  /** Id of the code when the coding was made; the codebook says what it is called now. */
  readonly code: string;
  /** The exact source text. */
  readonly quote: string;
  /** Start and end (exclusive) in code points, in the version of the transcript named by `base`. */
  readonly at: readonly [number, number];
  /** Up to 32 code points before and after. */
  readonly context?: readonly [string, string];
  /** First 12 hex digits of the git blob id of the version that was coded. */
  readonly base?: string;
  /** How the excerpt stands to its code, as written: `evidenceOf` reads it. Missing: nobody said so. */
  readonly evidence?: unknown;
  readonly memo?: string;
  /** Since when somebody keeps it although its words are gone, so that nobody is asked about it again. UTC, ISO 8601. */
  readonly orphan?: string;
  /** UTC, ISO 8601. */
  readonly created?: string;
  /** 10 characters of `0-9a-z`, unique in the study. */
  readonly id: string;
}

/** What finds a passage again: its words, its place, its surroundings and the version it was seen in. Notes have it, too. */
export type Anchored = Pick<Coding, 'quote' | 'at' | 'context' | 'base'>;

/** How many code points of context a coding keeps on either side. */
export const CONTEXT_LENGTH = 32;

/**
 * The same for two codings that give the same passage the same code. The words count as well: in an edited transcript, an
 * older coding of other words may have the same position.
 * @param code the id it has today
 */
export function passageKey({ at, quote }: Pick<Coding, 'at' | 'quote'>, code: string): string {
  return JSON.stringify([at[0], at[1], quote, code]);
}

type Placed = Pick<Coding, 'at' | 'id'>;

/** Order of codings in a file: by position, then id. */
export function compareCodings(a: Placed, b: Placed): number {
  return a.at[0] - b.at[0] || a.at[1] - b.at[1] || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
