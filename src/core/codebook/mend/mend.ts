import type { Problem } from '../../problem.js';
import type { LineEdit } from '../../text/lineEdit.js';
import { normaliseText } from '../../text/normalise.js';
import type { Codebook, CodebookEntry } from '../codebook.js';

/** What mending a problem of the codebook does. */
export type MendKind =
  | 'close-braces'
  | 'repair-braces'
  | 'remove-parts'
  | 'remove-second-id'
  | 'set-color'
  | 'remove-color'
  | 'new-id'
  | 'remove-former'
  | 'set-parent'
  | 'remove-parent'
  | 'add-title'
  | 'bare-title'
  | 'lower-heading';

/** One way to mend a problem, as edits. */
export interface Mend {
  readonly kind: MendKind;
  /** What is put in or taken out: a colour, an id, the repaired braces. */
  readonly value?: string;
  readonly edits: readonly LineEdit[];
  /** Whether nothing is read differently afterwards but what is plainly meant: such may be done to many in one go. */
  readonly safe: boolean;
}

/** What the ways to mend look at. */
export interface Patient {
  readonly raw: string;
  readonly book: Codebook;
  readonly lines: readonly string[];
  /** The problem as the codebook has it now. */
  readonly problem: Problem;
  /** The theme or code at whose heading it is; undefined at the title. */
  readonly entry: CodebookEntry | undefined;
  /** Ids that codings use. */
  readonly used: ReadonlySet<string>;
}

/**
 * Looks a problem up in the codebook as it is now: while one types its line may have moved.
 * @returns undefined where it is no longer there
 */
export function findPatient(
  raw: string,
  book: Codebook,
  problem: Problem,
  used: ReadonlySet<string>,
): Patient | undefined {
  const wanted = signature(problem);
  const distance = ({ line }: Problem): number => Math.abs(line - problem.line);
  const [found] = book.problems
    .filter(candidate => signature(candidate) === wanted)
    .sort((a, b) => distance(a) - distance(b));
  if (found === undefined) return undefined;
  const entry = book.entries.find(({ line }) => line === found.line - 1);
  return { raw, book, lines: normaliseText(raw).split('\n'), problem: found, entry, used };
}

/** What tells a problem from others of its rule, wherever it stands; messages may name lines. */
function signature({ rule, message, data = {} }: Problem): string {
  const { otherLine: _, ...facts } = data;
  return JSON.stringify([rule, Object.keys(facts).length === 0 ? message : facts]);
}
