import type { Problem } from '../problem.js';
import type { LineEdit } from '../text/lineEdit.js';
import { normaliseText } from '../text/normalise.js';
import { type Coding, compareCodings } from './coding.js';
import { formatCodingLine, isCoding, parseCodingLine } from './line.js';

/** A coding file as read: its codings, where each stands, and what is wrong with it. */
export interface CodingFile {
  /** Path relative to the study. */
  readonly path: string;
  readonly coder: string;
  /** Path of the transcript it belongs to. */
  readonly transcript: string;
  /** Codings in the order of the file. */
  readonly codings: readonly Coding[];
  /** Line (from 0) of each coding, in the same order. */
  readonly lines: readonly number[];
  /** Lines that could not be read as a coding; kept byte for byte. */
  readonly problems: readonly Problem[];
}

/** Where a coding file stands: whose it is and of which transcript. */
export interface CodingFilePlace {
  readonly path: string;
  readonly coder: string;
  readonly transcript: string;
}

/** Reads a coding file. Never throws: a line that is no coding becomes a problem and harms no other line. */
export function parseCodingFile(raw: string, place: CodingFilePlace): CodingFile {
  const text = normaliseText(raw);
  const codings: Coding[] = [];
  const lines: number[] = [];
  const problems: Problem[] = [];
  let number = 0;
  for (let start = 0; start <= text.length; number++) {
    const next = text.indexOf('\n', start);
    const end = next === -1 ? text.length : next;
    const line = text.slice(start, end);
    start = end + 1;
    if (line === '' || line.trim() === '') continue;
    const parsed = parseCodingLine(line);
    if (isCoding(parsed)) {
      codings.push(parsed);
      lines.push(number);
    } else {
      problems.push({ rule: 'broken-line', severity: 'error', file: place.path, line: number + 1, ...parsed });
    }
  }
  return { ...place, codings, lines, problems };
}

/**
 * The edits that add codings to a file, each at its place in the order; no other line is touched.
 * @param text today's text of the file, undefined where it does not exist
 */
export function addCodings(text: string | undefined, added: readonly Coding[]): LineEdit[] {
  const file = parseCodingFile(text ?? '', { path: '', coder: '', transcript: '' });
  const total = lineCount(text);
  const byLine = new Map<number, Coding[]>();
  for (const coding of [...added].sort(compareCodings)) {
    const next = file.codings.findIndex(other => compareCodings(other, coding) > 0);
    const line = next === -1 ? total : (file.lines[next] as number);
    byLine.set(line, [...(byLine.get(line) ?? []), coding]);
  }
  return [...byLine]
    .sort(([a], [b]) => a - b)
    .map(([line, codings]) => ({ line, remove: [], insert: codings.map(formatCodingLine) }));
}

/** The edit that removes the codings with these ids, or nothing where there is none of them. */
export function removeCodings(text: string, ids: ReadonlySet<string>): LineEdit[] {
  return replaceCodings(text, coding => (ids.has(coding.id) ? undefined : coding));
}

/**
 * The edits that replace codings in place.
 * @param change gives the coding that takes the place, the same object to leave it, undefined to remove it
 */
export function replaceCodings(text: string, change: (coding: Coding) => Coding | undefined): LineEdit[] {
  const file = parseCodingFile(text, { path: '', coder: '', transcript: '' });
  const raw = linesOf(text);
  const edits: LineEdit[] = [];
  file.codings.forEach((coding, i) => {
    const next = change(coding);
    if (next === coding) return;
    const line = file.lines[i] as number;
    edits.push({ line, remove: [raw[line] as string], insert: next === undefined ? [] : [formatCodingLine(next)] });
  });
  return edits;
}

/** The lines as a `LineEdit` means them: without byte order mark and line ends. */
function linesOf(text: string): string[] {
  return normaliseText(text).split('\n');
}

function lineCount(text: string | undefined): number {
  const lines = linesOf(text ?? '');
  return lines.at(-1) === '' ? lines.length - 1 : lines.length;
}
