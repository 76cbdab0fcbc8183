import { codeSpan, escapeLine } from '../../core/report/markdown.js';
import { plain } from '../table.js';

/**
 * What a forge makes something of even where Markdown's marks are escaped: addresses, mentions (`@name`), issues (`#12`, `GH-12`), ids of commits, and
 * pictures by name (`:tada:`).
 */
const MEANS_SOMETHING = /:\/\/|www\.|mailto:|xmpp:|@|#\d|\bGH-\d|\b[0-9a-f]{7,64}\b|:[\w+-]+:/i;

/** A text as one line of Markdown that says the same and does nothing in a comment: words that would do something become code. */
export function escapeForComment(text: string): string {
  return escapeLine(text, MEANS_SOMETHING);
}

/** A name as code. */
export function inCode(name: string): string {
  return codeSpan(plain(name).trim() || ' ');
}
