import type { Span } from '../text/span.js';

/**
 * A piece of a quotation, in the order of reading. What is said in the transcript are its `words` alone; the rest is what the
 * writer of a paper did to them, and said so:
 *
 * - `elision`: words are left out here. `mark` is how it is written, such as `. . .`, `…` or `[…]`.
 * - `sic`: the words before are wrong and were said so.
 * - `insertion`: the writer's own words, put in or instead of what was said, so that a reader understands it: `[the team]`.
 * - `redaction`: what was said is held back, so that nobody is recognised; `label` says what kind of thing it was: `[name]`, `[redacted]`.
 */
export type QuotePiece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'elision'; readonly mark: string }
  | { readonly kind: 'sic' }
  | {
      readonly kind: 'insertion';
      readonly text: string;
      /** The words it is written onto without a space, `help[ed]`, `[re]read`: that word counts as part of it. */
      readonly joins?: 'before' | 'after' | 'both';
    }
  | { readonly kind: 'redaction'; readonly label: string };

/** A piece as it stands in a manuscript. */
export type PlacedPiece = QuotePiece & {
  /** In code points of the manuscript. */
  readonly span: Span;
};

/** Somebody whom a manuscript names. */
export interface NamedPerson {
  /** The id as written, in public where the study has public ids: `PP3`. */
  readonly participant: string;
  /** Whom it stands for: the id of `participants.csv`, else a label of the transcripts; missing where the study knows nobody of that name. */
  readonly person?: string;
}

/** To whom a manuscript says a quotation belongs. */
export interface Attribution extends NamedPerson {
  /** Who else says some of it: `(PP3, NP4)`. */
  readonly also?: readonly NamedPerson[];
  /** What else it says of the person or the session: `peer practitioner, joint interview`. */
  readonly detail?: string;
  /** In code points of the manuscript. */
  readonly span: Span;
  /** Whether it stands in the sentence that leads to the quotation, instead of behind it. */
  readonly leads: boolean;
}

/** Words that a manuscript says somebody said. */
export interface Quotation {
  /** A paragraph of its own, or words within a sentence. */
  readonly kind: 'block' | 'short';
  readonly pieces: readonly PlacedPiece[];
  /** Missing where the manuscript does not say who said it. */
  readonly attribution?: Attribution;
  /** From its first to its last mark or word, without the attribution, in code points of the manuscript. */
  readonly span: Span;
  /** Line at which it begins, from 1. */
  readonly line: number;
  /** The headings it stands under, outermost first, as a reader sees them. */
  readonly under: readonly string[];
  /** Where a block quotation has several turns, `PP3: …` and `NP4: …`, each is a quotation: which of how many it is, from 1. */
  readonly dialogue?: { readonly turn: number; readonly of: number };
}

/** A manuscript, read. All positions are code points of `text`. */
export interface Manuscript {
  /** Path relative to the study, with `/`. */
  readonly path: string;
  /** Without byte order mark, line ends LF. */
  readonly text: string;
  /** In the order of the text. */
  readonly quotations: readonly Quotation[];
}
