import type { Phase } from '../codebook/change.js';
import { phaseOf as phaseOfEntry } from '../codebook/phase.js';

/**
 * A theme or code apart from any file format: what all formats are written from and read into.
 * Texts are plain, one line each, but for `prose`.
 */
export interface ExchangeEntry {
  readonly title: string;
  readonly kind: 'theme' | 'code';
  /** The file does not say the kind: the entry may be one of the other kind that is there already. */
  readonly isKindGuessed?: boolean;
  /** The id it has in a codebook of ours; missing in files of other programs. */
  readonly id?: string;
  /** GUID of a REFI-QDA file: lower case, no braces. */
  readonly guid?: string;
  /** A palette name or `#rrggbb`, in lower case; or, in a codebook of ours, whatever is written there. */
  readonly color?: string;
  /** Classes of the heading other than `.theme`; a phase is one of them. */
  readonly classes: readonly string[];
  readonly formerly: readonly string[];
  readonly definition?: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly example: readonly string[];
  /** Whatever else is said of it, a paragraph each; items of lists begin with `- `. */
  readonly notes: readonly string[];
  /** The text below its heading as Markdown, lines ending LF, where it is known to the letter. */
  readonly prose?: string;
  /**
   * Stands for an entry that is expected to be there already, by its id or title: a table may name parents that are no
   * rows of its own.
   */
  readonly isReference?: boolean;
  readonly children: readonly ExchangeEntry[];
}

/** A codebook apart from any file format. */
export interface ExchangeCodebook {
  readonly title?: string;
  /** Markdown between the title and the first heading below it. */
  readonly intro?: string;
  readonly entries: readonly ExchangeEntry[];
}

/** The part of an entry that is text. */
export type Fields = Pick<ExchangeEntry, 'definition' | 'include' | 'exclude' | 'example' | 'notes'>;

/** Something that was lost, changed or left out on the way; part of the report in both directions. */
export interface Remark {
  /** The theme or code it is about, by its title; missing where it is about the file. */
  readonly entry?: string;
  /** What happened, in one sentence that is the same for all entries it happened to. */
  readonly what: string;
  /** Said for information: how the file was understood, and nothing was lost. */
  readonly isNote?: boolean;
}

/** Thrown where a file cannot be read or written; nothing was changed. `message` says what is wrong, `remedy` what to do. */
export class ExchangeError extends Error {
  constructor(
    message: string,
    readonly remedy: string,
    /** Line in the file, from 1, where it is known. */
    readonly line?: number,
    /** Name of the file, where it is known. */
    readonly file?: string,
  ) {
    super(message);
  }

  /** The message behind the file and the line it is about. */
  get located(): string {
    const line = this.line === undefined ? [] : [`line ${this.line}`];
    const where = [...(this.file === undefined ? [] : [this.file]), ...line].join(', ');
    return where === '' ? this.message : `${where}: ${this.message}`;
  }
}

/** No codebook nests as deep; what does would cost every reader its stack. */
export const DEEPEST = 100;
/** No codebook is as long. */
export const MOST_ENTRIES = 20_000;
/** Longest text of one entry that is read, in UTF-16 units. */
export const LONGEST_TEXT = 100_000;
/** Titles longer than this are cut, in code points. */
export const LONGEST_TITLE = 300;

/** An entry with nothing but a title. */
export function bareEntry(title: string, kind: ExchangeEntry['kind'], children: ExchangeEntry[] = []): ExchangeEntry {
  return { title, kind, classes: [], formerly: [], include: [], exclude: [], example: [], notes: [], children };
}

/** The phase among classes; the furthest where there are several. */
export function phaseOf(classes: readonly string[]): Phase | undefined {
  return phaseOfEntry({ classes });
}

/** All entries, each before those in it, with how deep they are (1 at the top) and the titles above them. */
export function* walk(
  entries: readonly ExchangeEntry[],
  above: readonly ExchangeEntry[] = [],
): Generator<{ entry: ExchangeEntry; above: readonly ExchangeEntry[] }> {
  for (const entry of entries) {
    yield { entry, above };
    yield* walk(entry.children, [...above, entry]);
  }
}
