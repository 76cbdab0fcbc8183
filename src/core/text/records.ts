import type { Problem } from '../problem.js';
import { heaviestChain } from './heaviestChain.js';
import type { LineEdit } from './lineEdit.js';
import { normaliseText } from './normalise.js';

/** Why a line is no record, and what to do. */
export interface BrokenLine {
  readonly message: string;
  readonly remedy: string;
}

/** A kind of record of which a file holds one a line. */
export interface RecordKind<T> {
  /** Reads one line that is not blank. */
  parse(line: string): T | BrokenLine;
  /** Tells a record from a broken line. */
  isWhole(parsed: T | BrokenLine): parsed is T;
  /** The record as its line, without line end. */
  format(record: T): string;
  /** The order in which new records come into a file. */
  compare(a: T, b: T): number;
}

/** The records of a file, where each stands, and what is wrong with the other lines. */
export interface RecordLines<T> {
  /** In the order of the file. */
  readonly records: readonly T[];
  /** Line (from 0) of each record, in the same order. */
  readonly lines: readonly number[];
  /** Lines that are no record; kept byte for byte. */
  readonly problems: readonly Problem[];
}

/** Reads a file of records. Never throws: a line that is none becomes a problem and harms no other line. */
export function readRecords<T>(raw: string, path: string, kind: RecordKind<T>): RecordLines<T> {
  const text = normaliseText(raw);
  const records: T[] = [];
  const lines: number[] = [];
  const problems: Problem[] = [];
  let number = 0;
  for (let start = 0; start <= text.length; number++) {
    const next = text.indexOf('\n', start);
    const end = next === -1 ? text.length : next;
    const line = text.slice(start, end);
    start = end + 1;
    if (line === '' || line.trim() === '') continue;
    const parsed = kind.parse(line);
    if (kind.isWhole(parsed)) {
      records.push(parsed);
      lines.push(number);
    } else {
      problems.push({ rule: 'broken-line', severity: 'error', file: path, line: number + 1, ...parsed });
    }
  }
  return { records, lines, problems };
}

/**
 * The edits that add records to a file, each at its place in the order; no other line is touched. Where lines are in no order, as
 * changed ones stay where they are, those count that most others are in order with.
 * @param text today's text of the file, undefined where it does not exist
 */
export function addRecords<T>(text: string | undefined, added: readonly T[], kind: RecordKind<T>): LineEdit[] {
  const file = readRecords(text ?? '', '', kind);
  const total = lineCount(text);
  const byLine = new Map<number, string[]>();
  const inOrder = indicesInOrder(file.records, kind);
  let next = 0;
  // Of records in their order, each has its place at that of the one before, or behind it.
  for (const record of [...added].sort(kind.compare)) {
    while (next < inOrder.length && kind.compare(file.records[inOrder[next] as number] as T, record) <= 0) next++;
    const line = next < inOrder.length ? (file.lines[inOrder[next] as number] as number) : total;
    const inserted = byLine.get(line);
    if (inserted === undefined) byLine.set(line, [kind.format(record)]);
    else inserted.push(kind.format(record));
  }
  return [...byLine].map(([line, insert]) => ({ line, remove: [], insert }));
}

/** Whether records stand in their order. */
export function areInOrder<T>(records: readonly T[], kind: RecordKind<T>): boolean {
  return records.every((record, i) => i === 0 || kind.compare(records[i - 1] as T, record) <= 0);
}

/** Of some records those that stand in order with each other, as many as can be, by their indices. */
function indicesInOrder<T>(records: readonly T[], kind: RecordKind<T>): readonly number[] {
  const all = records.map((_, i) => i);
  if (areInOrder(records, kind)) return all;
  const ranks: number[] = [];
  const sorted = [...all].sort((a, b) => kind.compare(records[a] as T, records[b] as T) || a - b);
  for (const [rank, i] of sorted.entries()) ranks[i] = rank;
  return heaviestChain(ranks);
}

/**
 * The edits that replace records in place.
 * @param change gives the record that takes the place, the same object to leave it, undefined to remove it
 */
export function replaceRecords<T>(text: string, change: (record: T) => T | undefined, kind: RecordKind<T>): LineEdit[] {
  const file = readRecords(text, '', kind);
  const raw = linesOf(text);
  const edits: LineEdit[] = [];
  file.records.forEach((record, i) => {
    const next = change(record);
    if (next === record) return;
    const line = file.lines[i] as number;
    edits.push({ line, remove: [raw[line] as string], insert: next === undefined ? [] : [kind.format(next)] });
  });
  return edits;
}

/** What records become: edits, and the records as they are afterwards. */
export interface Rewritten<T> {
  readonly records: readonly T[];
  readonly edits: readonly LineEdit[];
}

/**
 * The edits that change records. A changed one stays at its line, so that git sees two changes of one record as what they are.
 * @param change gives the record that takes the place, the same object to leave it, undefined to remove it; `all` are those of the file
 * @param added records that come in besides, each at its place in the order
 * @returns of the records those that changed, as they are afterwards; one that goes, as it was
 */
export function rewriteRecords<T>(
  text: string,
  change: (record: T, all: readonly T[]) => T | undefined,
  kind: RecordKind<T>,
  added: readonly T[] = [],
): Rewritten<T> {
  const { records: before } = readRecords(text, '', kind);
  const after = before.map(record => change(record, before));
  const changed = before.flatMap((record, i) => (after[i] === record ? [] : [after[i] ?? record]));
  // The objects of a second reading are other ones; their order is the same.
  let at = 0;
  const edits = replaceRecords(
    text,
    record => {
      const [old, next] = [before[at], after[at++]];
      return next === old ? record : next;
    },
    kind,
  );
  // Where both are at one line, what comes in stands before what goes: edits must not overlap.
  return { records: changed, edits: [...addRecords(text, added, kind), ...edits] };
}

/** The lines as a `LineEdit` means them: without byte order mark and line ends. */
function linesOf(text: string): string[] {
  return normaliseText(text).split('\n');
}

function lineCount(text: string | undefined): number {
  const lines = linesOf(text ?? '');
  return lines.at(-1) === '' ? lines.length - 1 : lines.length;
}
