import type { Problem } from '../problem.js';

/** A theme or a code: one heading of `codebook.md`. */
export interface CodebookEntry {
  readonly kind: 'theme' | 'code';
  /** Identity: the `#id` of the heading, else the slug of its title. */
  readonly id: string;
  /** Whether the id is written in the heading. */
  readonly idWritten: boolean;
  readonly title: string;
  /** Colour as written: a palette name or `#rrggbb`. */
  readonly color?: string;
  /** Ids merged into this one or renamed to it. */
  readonly formerly: readonly string[];
  /** Classes other than `.theme`, such as `scope` or `candidate`. */
  readonly classes: readonly string[];
  /** First paragraph below the heading, as plain text, unless it starts with `Include:`, `Exclude:` or `Example:`. */
  readonly definition?: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly example: readonly string[];
  /** The entry that holds this one, by nesting or by `parent=`. */
  readonly parent?: CodebookEntry;
  /** Entries directly below, in document order. */
  readonly children: readonly CodebookEntry[];
  /** Heading level, 2 to 6 (1 only for a heading of level 1 after the title, which is reported). */
  readonly level: number;
  /** Line of the heading in the file, from 0. */
  readonly line: number;
  /** Last line (inclusive) of the entry's own text and of all that is nested in it by heading level; blank lines that follow left out. */
  readonly lastLine: number;
}

/** All themes and codes. Parsing never fails: what is not understood is left alone and reported. */
export interface Codebook {
  /** Text as read, byte order mark dropped, line ends LF. */
  readonly text: string;
  readonly title?: string;
  /** Entries at the top, in document order. */
  readonly roots: readonly CodebookEntry[];
  /** All entries in document order. */
  readonly entries: readonly CodebookEntry[];
  readonly problems: readonly Problem[];
  /** The entry that now goes by an id, whether it is its own or a former one. */
  find(id: string): CodebookEntry | undefined;
}
