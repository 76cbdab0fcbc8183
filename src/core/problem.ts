/**
 * How much a problem matters. `error`: something is not understood; `warning`: it is, but asks for a look; `info`: it does
 * no harm; `hint`: nothing is wrong, but the analysis may gain by a look.
 */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** One finding about one place in one file of the study; shown in the Problems panel and by `verbatim check`. */
export interface Problem {
  /** Stable name of the rule, such as `unknown-code`. */
  readonly rule: string;
  readonly severity: Severity;
  /** Path relative to the study, with `/`. */
  readonly file: string;
  /** Line in the file, counted from 1. */
  readonly line: number;
  /** First and last column in the line (UTF-16 units, from 0, end exclusive) where less than the whole line is meant. */
  readonly columns?: readonly [number, number];
  /** What is wrong, in one sentence a researcher understands. */
  readonly message: string;
  /** What to do about it, in one sentence. */
  readonly remedy: string;
  /** What a quick fix needs to know, for example the unknown code. */
  readonly data?: Readonly<Record<string, string>>;
}
