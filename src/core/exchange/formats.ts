import { decodeFile } from './decode.js';
import { type ExchangeCodebook, ExchangeError } from './model.js';
import { type ReadFile, readQdc } from './qdc/read.js';
import { type WrittenFile, writeQdc } from './qdc/write.js';
import { readQualCoderList } from './qualcoder.js';
import { looksLikeTable, readCsv, writeCsv, writeTaguette } from './table/csv.js';
import { readMarkdown, writeMarkdownTable } from './table/markdown.js';

/** A format that a codebook is written in. */
export type ExportFormat = 'qdc' | 'csv' | 'md' | 'taguette';

/** The formats, in the order they are offered. */
export const EXPORT_FORMATS: readonly ExportFormat[] = ['qdc', 'csv', 'md', 'taguette'];

/** What the name of a file in a format ends in. */
export const ENDING: Readonly<Record<ExportFormat, string>> = { qdc: 'qdc', csv: 'csv', md: 'md', taguette: 'csv' };

/** Endings of files that may hold a codebook. */
export const IMPORT_ENDINGS = ['qdc', 'qde', 'csv', 'tsv', 'md', 'txt', 'xml'] as const;

/**
 * Writes a codebook in a format.
 * @throws ExchangeError where the format cannot hold it at all
 */
export function writeCodebookFile(book: ExchangeCodebook, format: ExportFormat): WrittenFile {
  switch (format) {
    case 'qdc':
      return writeQdc(book);
    case 'csv':
      return writeCsv(book);
    case 'md':
      return writeMarkdownTable(book);
    case 'taguette':
      return writeTaguette(book);
  }
}

/**
 * Reads a codebook from a file of any of the formats, told by its content and by its name.
 * @param name name of the file, for its ending
 * @throws ExchangeError where it is none, cannot be read, or is dangerous
 */
export function readCodebookFile(name: string, bytes: Uint8Array): ReadFile {
  try {
    return readBytes(name, bytes);
  } catch (error) {
    if (!(error instanceof ExchangeError)) throw error;
    throw new ExchangeError(error.message, error.remedy, error.line, name);
  }
}

function readBytes(name: string, bytes: Uint8Array): ReadFile {
  const text = decodeFile(bytes);
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (text.trim() === '') throw new ExchangeError('The file is empty.', 'Export the codebook again.');
  const file = readAs(ending, text);
  if (file.book.entries.length > 0) return file;
  throw new ExchangeError('The file holds no themes and no codes.', 'Check that the right codebook was exported.');
}

function readAs(ending: string, text: string): ReadFile {
  if (['qdc', 'qde', 'xml'].includes(ending) || /^\s*</.test(text)) return readQdc(text);
  if (ending === 'md' || ending === 'markdown') return readMarkdown(text);
  if (ending === 'csv' || ending === 'tsv') return readCsv(text);
  if (ending === 'txt') return looksLikeTable(text) ? readCsv(text) : readQualCoderList(text);
  throw new ExchangeError(
    `Codebooks cannot be read from files of this kind${ending === '' ? '' : ` (.${ending})`}.`,
    'Use REFI-QDA (.qdc, .qde), CSV (.csv), a Markdown table (.md) or a list of codes (.txt).',
  );
}
