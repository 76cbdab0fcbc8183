import type { MemoLink } from '../memos/memo.js';
import { linkForms } from '../memos/mentions.js';
import { escapeMarkdown } from '../text/escapeMarkdown.js';

/** Where a link of a comment leads, and what is shown for it where the comment says nothing. */
export interface LinkInComment {
  readonly label: string;
  /** Address that is safe between the round brackets of Markdown: no white space, no brackets. */
  readonly address: string;
}

/**
 * The words of a comment as Markdown that shows exactly them, line by line. Nothing in them becomes active, be it Markdown, HTML, an
 * address or a command; only links in double brackets that lead somewhere become links.
 * @param linkTo where a link (and what stands between its brackets) leads; undefined: nowhere, and it stays text
 */
export function commentMarkdown(
  words: string,
  linkTo: (link: MemoLink, written: string) => LinkInComment | undefined,
): string {
  return words
    .split(/\r\n?|[\n\u0085\u2028\u2029]/)
    .map(line => lineMarkdown(line, linkTo))
    .join('\n')
    .replace(/\n{2,}/g, '\n\n')
    .split('\n\n')
    .map(paragraph => paragraph.replaceAll('\n', '  \n'))
    .join('\n\n');
}

function lineMarkdown(line: string, linkTo: (link: MemoLink, written: string) => LinkInComment | undefined): string {
  const parts: string[] = [];
  let done = 0;
  for (const { link, start, end, targetStart, targetEnd, shown } of linkForms(line)) {
    const found = linkTo(link, line.slice(targetStart, targetEnd));
    if (found === undefined) continue;
    parts.push(escapePart(line.slice(done, start)), `[${escapeMarkdown(shown ?? found.label)}](${found.address})`);
    done = end;
  }
  return [...parts, escapePart(line.slice(done))].join('').trim();
}

/** Part of a line: white space at its ends parts it from a link. */
function escapePart(text: string): string {
  const escaped = escapeMarkdown(text);
  if (escaped === '') return text === '' ? '' : ' ';
  return `${/^\s/.test(text) ? ' ' : ''}${escaped}${/\s$/.test(text) ? ' ' : ''}`;
}
