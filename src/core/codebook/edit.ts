import type { LineEdit } from '../text/lineEdit.js';
import { normaliseText } from '../text/normalise.js';
import { type AttributeChange, changeAttributes } from './attributeChange.js';
import { closingLine } from './closing.js';
import type { Codebook } from './codebook.js';
import { headingAt } from './heading.js';
import { parseCodebook } from './parse.js';
import { type Place, placeAtTop, placeUnder } from './place.js';
import { freeId, slugOf } from './slug.js';
import { writeDefinition, writeTitle } from './write.js';

/** A code to be made. */
export interface NewCode {
  readonly title: string;
  /** Id of the theme or code to put it in; without one, or where there is none of that id, it stands at the top. */
  readonly theme?: string;
  /** The id to have, as when codings use it already; made from the title otherwise. */
  readonly id?: string;
  readonly color?: string;
  readonly definition?: string;
}

/** What adding a code comes to. */
export interface AddedCode {
  /** Its id: the one asked for, with a number behind it where the codebook has or had that. */
  readonly id: string;
  readonly edits: readonly LineEdit[];
}

/**
 * Adds a code. Nothing else in the codebook changes, and the lines added are the only change to the file. (Two
 * exceptions: a code block or comment left open at the end of the file is closed first, and a theme of the sixth level
 * gets its id written out, for `parent=` to name.)
 * @param raw the codebook, undefined where there is none
 * @param taken ids that are not to be made from the title, because codings use them
 */
export function addCode(raw: string | undefined, code: NewCode, taken: ReadonlySet<string> = new Set()): AddedCode {
  const book = parseCodebook(raw ?? '');
  const known = new Set(book.entries.flatMap(entry => [entry.id, ...entry.formerly]));
  // A heading that waits for its parent= must not find it in this code by chance.
  const awaited = new Set(
    book.problems.flatMap(problem => (problem.rule === 'parent-unknown' ? [problem.data?.parent] : [])),
  );
  const id = code.id
    ? freeId(code.id, it => known.has(it))
    : freeId(slugOf(code.title), it => known.has(it) || taken.has(it) || awaited.has(it));
  const theme = code.theme === undefined ? undefined : book.find(code.theme);
  const place = theme === undefined ? placeAtTop(book) : placeUnder(book, theme);
  const named = place.parent !== undefined && theme !== undefined && !theme.idWritten;
  const edits = named ? changeHeading(book.text, theme.line, { id: theme.id }) : [];
  const all = [...edits, insertion(book, place, headingLines(code, id, place))];
  return { id, edits: all.sort((a, b) => a.line - b.line) };
}

/**
 * Writes an id out in the heading it follows from, so that it stays when the title changes.
 * @returns no edit where it is written already
 */
export function writeOutId(raw: string, id: string): LineEdit[] {
  const entry = parseCodebook(raw).entries.find(it => it.id === id && !it.idWritten);
  return entry === undefined ? [] : changeHeading(raw, entry.line, { id });
}

/**
 * Changes the attributes of a heading and nothing else in it.
 * @param line line of the heading (`CodebookEntry.line`)
 */
export function changeHeading(raw: string, line: number, change: AttributeChange): LineEdit[] {
  const lines = normaliseText(raw).split('\n');
  const heading = headingAt(lines, line);
  const before = lines[heading.line] ?? '';
  const [ahead, old, behind] = [
    before.slice(0, heading.start),
    before.slice(heading.start, heading.end),
    before.slice(heading.end),
  ];
  const content = changeAttributes(old, change);
  if (content === old) return [];
  const after = ahead.includes('#') ? hashed(ahead, content, behind) : ahead + underlined(old, content) + behind;
  return [{ line: heading.line, remove: [before], insert: [after] }];
}

/** A heading of hashes alone needs spaces around the text it gets. */
function hashed(ahead: string, content: string, behind: string): string {
  return (
    (content !== '' && ahead.endsWith('#') ? `${ahead} ` : ahead) +
    content +
    (behind.startsWith('#') ? ' ' : '') +
    behind
  );
}

/** A line above an underline must not become blank, nor an item of a list, which `+` and `1.` are once text follows. */
function underlined(old: string, content: string): string {
  if (content === '') return '{}';
  return /^(?:[-+*]|\d{1,9}[.)])$/.test(old) ? `${old.slice(0, -1)}\\${content.slice(old.length - 1)}` : content;
}

function headingLines(code: NewCode, id: string, place: Place): string[] {
  const color = code.color === undefined ? {} : { color: code.color };
  const parent = place.parent === undefined ? {} : { parent: place.parent };
  const heading = changeAttributes(writeTitle(code.title), { id, set: { ...color, ...parent } });
  const definition = writeDefinition(code.definition ?? '');
  return [`${'#'.repeat(place.level)} ${heading}`, ...(definition === '' ? [] : ['', definition])];
}

function insertion(book: Codebook, place: Place, text: readonly string[]): LineEdit {
  if (place.after === -1) return { line: 0, remove: [], insert: ['# Codebook', '', ...text] };
  const lines = book.text.split('\n');
  const next = lines[place.after + 1];
  const isLast = lines.slice(place.after + 1).every(line => /^[ \t]*$/.test(line));
  const closing = isLast ? closingLine(lines) : undefined;
  const insert = [...(closing === undefined ? [] : [closing]), '', ...text];
  if (next !== undefined && !isLast && !/^[ \t]*$/.test(next)) insert.push('');
  return { line: place.after + 1, remove: [], insert };
}
