import type { Problem } from '../problem.js';
import type { CodePoints } from '../text/codePoints.js';
import type { Span } from '../text/span.js';

/**
 * What stands between `[[` and `]]`, or in `about:`. A name is the id of a code or theme (former ids count), or the name of a
 * transcript or memo; which of them is the study's to say.
 */
export type MemoLink =
  | { readonly kind: 'name'; readonly name: string }
  /**
   * `pp-03#k3f9x2m1qa`, or `discussion#c81vz4mtye`: the id, of a coding or a comment, decides; what stands in front of it (or nothing) is
   * for the reader.
   */
  | { readonly kind: 'excerpt'; readonly id: string; readonly transcript: string };

/** A place of a memo that names something of the study. All spans are code points into the memo's text. */
export interface Mention {
  readonly link: MemoLink;
  /** With its brackets; for an entry of `about:` the entry. */
  readonly span: Span;
  /** The part that names it: without brackets and without the text that is shown instead. */
  readonly target: Span;
  /** Line of its start, from 0. */
  readonly line: number;
  readonly isAbout: boolean;
}

/** Words of the material in a memo, and what they are said to be taken from. */
export interface MemoQuote {
  /** A block quote, or words between quotation marks right before the link. */
  readonly kind: 'block' | 'inline';
  /** The words as read, without marks of Markdown; the attribution is not among them. */
  readonly words: string;
  /** Where the words are written, in code points. */
  readonly span: Span;
  readonly link: MemoLink;
}

/** An analytic note. Parsing never fails: what is not understood is plain text, or a problem. */
export interface Memo {
  /** Path relative to the study, with `/`. */
  readonly path: string;
  /** Text without byte order mark, line ends LF. */
  readonly text: string;
  readonly points: CodePoints;
  /** As the front matter says it, else the first heading, else the file's name without its date. */
  readonly title: string;
  /** As written in the front matter, else the date that the file's name begins with. */
  readonly date?: string;
  readonly author?: string;
  /** Entries of the front matter that mean nothing to Verbatim. */
  readonly other: Readonly<Record<string, string>>;
  /** In the order of the text, those of `about:` first. */
  readonly mentions: readonly Mention[];
  readonly quotes: readonly MemoQuote[];
  readonly problems: readonly Problem[];
}
