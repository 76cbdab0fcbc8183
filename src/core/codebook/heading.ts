import { type AttributeBlock, attributeId, findAttributes } from './attributes.js';
import { plainText } from './plain.js';

/** A heading of the codebook as its lines say it. */
export interface Heading {
  /** The line (from 0) its attributes stand or would stand on: the last one of its text. */
  readonly line: number;
  /** Where in that line the text starts and ends (UTF-16), hashes and surrounding spaces left out. */
  readonly start: number;
  readonly end: number;
  /** Title as plain text. */
  readonly title: string;
  readonly attributes?: AttributeBlock;
  /** The id that is written out. */
  readonly id?: string;
}

/**
 * Reads the heading that is known to start at a line, be it `## Title` or underlined.
 * @param lines lines of the document
 * @param line where the heading starts, from 0
 */
export function headingAt(lines: readonly string[], line: number): Heading {
  const place = hashed(lines, line) ?? underlined(lines, line);
  const content = (lines[place.line] ?? '').slice(place.start, place.end);
  const attributes = findAttributes(content);
  const before = lines.slice(line, place.line);
  const title = plainText(
    [...before, attributes === undefined ? content : content.slice(0, attributes.start)].join('\n'),
  );
  const id = attributeId(attributes);
  return { ...place, title, ...(attributes && { attributes }), ...(id !== undefined && { id }) };
}

type Place = Pick<Heading, 'line' | 'start' | 'end'>;

function hashed(lines: readonly string[], line: number): Place | undefined {
  const text = lines[line] ?? '';
  const opening = /^ {0,3}#{1,6}(?=[ \t]|$)/.exec(text);
  if (opening === null) return undefined;
  const bounds = trim(text, opening[0].length, text.length);
  let end = bounds.end;
  while (end > bounds.start && text[end - 1] === '#') end--;
  // Closing hashes count as such only when a space stands before them.
  const closes = end < bounds.end && (end === bounds.start || isBlank(text[end - 1]));
  return { line, ...(closes ? trim(text, bounds.start, end) : bounds) };
}

function underlined(lines: readonly string[], line: number): Place {
  let last = line;
  while (last + 1 < lines.length && !/^ {0,3}(?:=+|-+)[ \t]*$/.test(lines[last + 1] ?? '')) last++;
  const text = lines[last] ?? '';
  return { line: last, ...trim(text, 0, text.length) };
}

function trim(text: string, from: number, to: number): { start: number; end: number } {
  let [start, end] = [from, to];
  while (start < end && isBlank(text[start])) start++;
  while (end > start && isBlank(text[end - 1])) end--;
  return { start, end };
}

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t';
}
