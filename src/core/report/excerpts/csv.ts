import { csvLine } from '../csv.js';
import type { ExcerptRow } from './row.js';

const HEADER = [
  'code',
  'title',
  'theme',
  'quote',
  'speaker',
  'transcript',
  'line',
  'start',
  'end',
  'coder',
  'outcome',
  'memo',
  'id',
  'evidence',
];

/** Excerpts as CSV by RFC 4180: UTF-8 without byte order mark, lines end with CRLF. */
export function* formatCsv(rows: readonly ExcerptRow[]): Generator<string> {
  yield csvLine(HEADER);
  for (const row of rows) yield csvLine(cellsOf(row));
}

function cellsOf(row: ExcerptRow): string[] {
  const numbers = [row.line, ...(row.position ?? [null, null])].map(number => (number === null ? '' : String(number)));
  const { code, title, themePath, quote, speaker, transcript, coder, outcome, evidence, memo, id } = row;
  const before = [code, title ?? '', themePath.join(' / '), quote, speaker, transcript];
  return [...before, ...numbers, coder, outcome, memo ?? '', id, evidence ?? ''];
}
