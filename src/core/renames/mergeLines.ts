import { CODING_RECORDS } from '../coding/file.js';
import { READING_RECORDS } from '../reading/record.js';
import { placeOf } from '../study/layout.js';
import { type LineEdit, linesOf } from '../text/lineEdit.js';
import { addRecords, type BrokenLine, type RecordKind } from '../text/records.js';

/**
 * The edits that bring lines of a coder's file into another one, letter for letter: records at their place in the order,
 * what is no record at the end. A line that stands there already is not doubled. Two records with one id both stay: which
 * of them counts is not for us to say, and the problems tell.
 * @param path of the file they go into
 * @param text today's text of that file
 */
export function mergeLines(path: string, text: string | undefined, lines: Iterable<string>): LineEdit[] {
  return placeOf(path) === undefined ? merge(text, lines, READING_RECORDS) : merge(text, lines, CODING_RECORDS);
}

/** The edits that take lines out of a file, blank ones too. */
export function takeLines(text: string | undefined, lines: ReadonlySet<string>): LineEdit[] {
  const edits: { line: number; remove: string[]; insert: string[] }[] = [];
  linesOf(text).forEach((line, i) => {
    if (!lines.has(line) && line.trim() !== '') return;
    const last = edits.at(-1);
    if (last !== undefined && last.line + last.remove.length === i) last.remove.push(line);
    else edits.push({ line: i, remove: [line], insert: [] });
  });
  return edits;
}

function merge<T>(text: string | undefined, lines: Iterable<string>, kind: RecordKind<T>): LineEdit[] {
  const there = linesOf(text);
  const known = new Set(there);
  const fresh = [...new Set(lines)].filter(line => line.trim() !== '' && !known.has(line));
  const written = asWritten(kind);
  const parsed = fresh.map(line => written.parse(line));
  const edits = addRecords(text, parsed.filter(written.isWhole), written);
  const broken = fresh.filter((_, i) => !written.isWhole(parsed[i] as WrittenRecord<T> | BrokenLine));
  if (broken.length === 0) return edits;
  const last = edits.find(({ line }) => line === there.length);
  const end = { line: there.length, remove: [], insert: [...(last?.insert ?? []), ...broken] };
  return [...edits.filter(edit => edit !== last), end];
}

/** A record and the very line it stands in. */
interface WrittenRecord<T> {
  readonly line: string;
  readonly record: T;
}

function asWritten<T>(kind: RecordKind<T>): RecordKind<WrittenRecord<T>> {
  return {
    parse(line) {
      const parsed = kind.parse(line);
      return kind.isWhole(parsed) ? { line, record: parsed } : parsed;
    },
    isWhole: (parsed): parsed is WrittenRecord<T> => 'record' in parsed,
    format: ({ line }) => line,
    compare: (a, b) => kind.compare(a.record, b.record),
  };
}
