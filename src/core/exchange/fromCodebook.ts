import { readBlocks } from '../codebook/blocks.js';
import type { Codebook, CodebookEntry } from '../codebook/codebook.js';
import { headingAt } from '../codebook/heading.js';
import { fieldsOfMarkdown } from './fields.js';
import type { ExchangeCodebook, ExchangeEntry } from './model.js';

/** A parsed codebook as a neutral tree, the text below each heading included. */
export function exchangeOf(book: Codebook): ExchangeCodebook {
  const texts = textsByHeading(book);
  const convert = (entry: CodebookEntry): ExchangeEntry => {
    const prose = texts.get(entry.line) ?? '';
    return {
      title: entry.title,
      kind: entry.kind,
      id: entry.id,
      ...(entry.color !== undefined && { color: entry.color }),
      classes: [...new Set(entry.classes)],
      formerly: entry.formerly,
      ...fieldsOfMarkdown(prose),
      prose,
      children: entry.children.map(convert),
    };
  };
  const known = new Set(book.entries.map(entry => entry.line));
  const titleLine = [...texts.keys()].find(line => !known.has(line));
  const intro = titleLine === undefined ? '' : (texts.get(titleLine) ?? '');
  return {
    ...(book.title !== undefined && { title: book.title }),
    ...(intro !== '' && { intro }),
    entries: book.roots.map(convert),
  };
}

/** The text between each heading and the next, blank lines around it left out, by the line (from 0) of the heading. */
export function textsByHeading(book: Codebook): Map<number, string> {
  const lines = book.text.split('\n');
  const texts = new Map<number, string>();
  for (const [line, { start, end }] of textRanges(book)) texts.set(line, lines.slice(start, end).join('\n'));
  return texts;
}

/** The lines (from 0, end exclusive) of the text below each heading, blank lines around it left out. */
export function textRanges(book: Codebook): Map<number, { readonly start: number; readonly end: number }> {
  const lines = book.text.split('\n');
  const headings = readBlocks(lines).filter(block => block.kind === 'heading');
  const isBlank = (line: number): boolean => /^[ \t]*$/.test(lines[line] ?? '');
  return new Map(
    headings.map((block, i) => {
      const heading = headingAt(lines, block.line);
      const isHashed = (lines[heading.line] ?? '').slice(0, heading.start).includes('#');
      const first = heading.line + (isHashed ? 1 : 2);
      let start = first;
      let end = headings[i + 1]?.line ?? lines.length;
      while (start < end && isBlank(start)) start++;
      while (end > start && isBlank(end - 1)) end--;
      return [block.line, start < end ? { start, end } : { start: first, end: first }] as const;
    }),
  );
}
