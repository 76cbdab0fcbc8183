import type { LineEdit } from '../../text/lineEdit.js';
import { readBlocks } from '../blocks.js';
import type { CodebookEntry } from '../codebook.js';
import { headingAt } from '../heading.js';
import type { Mend, Patient } from './mend.js';

const TITLE = ['# Codebook', ''];

/** Puts a title above all; where a theme stands in its place, it is put above that, which goes a level down with all in it. */
export function titleMends({ book, lines, problem }: Patient): Mend[] {
  const at = problem.line - 1;
  const heading = headingAt(lines, at);
  if (book.title === undefined) {
    const first = readBlocks(lines)[0]?.line ?? 0;
    return [{ kind: 'add-title', edits: [{ line: first, remove: [], insert: TITLE }], safe: true }];
  }
  const lowered = lower(
    lines,
    [at, ...book.entries.map(entry => entry.line)].filter(line => line >= at),
  );
  const add: LineEdit[] = [{ line: at, remove: [], insert: TITLE }, ...(lowered ?? [])];
  const before = lines[heading.line] ?? '';
  const cut = heading.start + (heading.attributes?.start ?? 0);
  const bare = before.slice(0, cut).trimEnd() + before.slice(heading.end);
  return [
    { kind: 'add-title', edits: joined(add), safe: false },
    { kind: 'bare-title', edits: [{ line: heading.line, remove: [before], insert: [bare] }], safe: false },
  ];
}

/** Gives a heading and all that are in it one more hash. */
export function lowerHeading({ book, lines }: Patient, entry: CodebookEntry): Mend[] {
  const inside = book.entries.filter(({ line }) => line >= entry.line && line <= entry.lastLine);
  const edits = lower(
    lines,
    inside.map(({ line }) => line),
  );
  return edits === undefined ? [] : [{ kind: 'lower-heading', edits, safe: true }];
}

/** One more hash for each heading; undefined where one of them has six already or is underlined with dashes. */
function lower(lines: readonly string[], headings: readonly number[]): LineEdit[] | undefined {
  const edits = headings.map(line => {
    const at = headingAt(lines, line).line;
    const before = lines[at] ?? '';
    if (/^ {0,3}#{1,5}(?=[ \t]|$)/.test(before)) {
      return { line: at, remove: [before], insert: [before.replace('#', '##')] };
    }
    const under = lines[at + 1] ?? '';
    if (!/^ {0,3}=+[ \t]*$/.test(under)) return undefined;
    return { line: at + 1, remove: [under], insert: [under.replaceAll('=', '-')] };
  });
  return edits.every(edit => edit !== undefined) ? edits : undefined;
}

/** Edits of which the first only inserts, before a line that the second may change. */
function joined([first, second, ...more]: readonly LineEdit[]): LineEdit[] {
  if (first === undefined) return [];
  if (second === undefined || second.line !== first.line) return [first, ...(second ? [second] : []), ...more];
  return [{ ...second, insert: [...first.insert, ...second.insert] }, ...more];
}
