import { type AttributeChange, changeAttributes } from '../attributeChange.js';
import { attributeValue, findAttributes } from '../attributes.js';
import type { CodebookEntry } from '../codebook.js';
import { headingAt } from '../heading.js';
import { foldSpace } from '../plain.js';
import { writeTitle } from '../write.js';
import type { Range } from './layout.js';

/** Deepest level of a Markdown heading. */
export const DEEPEST = 6;

/** The lines a heading takes, its underline included. */
export function headingRange(lines: readonly string[], entry: CodebookEntry): Range {
  const { line } = headingAt(lines, entry.line);
  return { from: entry.line, to: isHashed(lines, entry) ? line : line + 1 };
}

/** The text of a heading with its attributes, on one line, as Markdown. */
export function headingContent(lines: readonly string[], entry: CodebookEntry): string {
  const { line, start, end } = headingAt(lines, entry.line);
  return foldSpace([...lines.slice(entry.line, line), (lines[line] ?? '').slice(start, end)].join(' '));
}

/** What `parent=` says in a heading. */
export function writtenParent(lines: readonly string[], entry: CodebookEntry): string | undefined {
  return attributeValue(headingAt(lines, entry.line).attributes, 'parent');
}

/** A heading of hashes. */
export function writeHeading(level: number, content: string): string {
  return content === '' ? '#'.repeat(level) : `${'#'.repeat(level)} ${content}`;
}

/** The text of a heading with another title and the id written out; all other attributes stay as they are written. */
export function retitled(content: string, entry: CodebookEntry, title: string): string {
  const attributes = findAttributes(content);
  const block = attributes === undefined ? '' : ` ${content.slice(attributes.start)}`;
  return changeAttributes(writeTitle(title) + block, entry.idWritten ? {} : { id: entry.id });
}

/**
 * A heading at another level and with other attributes. Where neither changes, its lines stay as they are; an underlined
 * one becomes one of hashes where its level changes.
 */
export function relevelled(
  lines: readonly string[],
  entry: CodebookEntry,
  level: number,
  change: AttributeChange,
): string[] {
  const { from, to } = headingRange(lines, entry);
  const content = headingContent(lines, entry);
  const changed = changeAttributes(content, change);
  if (level === entry.level && changed === content) return lines.slice(from, to + 1);
  if (!isHashed(lines, entry)) return [writeHeading(level, changed)];
  const { start, end } = headingAt(lines, from);
  const line = lines[from] ?? '';
  const hashes = line.slice(0, start).replace(/#+/, '#'.repeat(level));
  return [`${changed !== '' && hashes.endsWith('#') ? `${hashes} ` : hashes}${changed}${line.slice(end)}`];
}

function isHashed(lines: readonly string[], entry: CodebookEntry): boolean {
  return /^ {0,3}#{1,6}(?=[ \t]|$)/.test(lines[entry.line] ?? '');
}
