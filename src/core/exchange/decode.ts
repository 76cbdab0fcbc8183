import { ExchangeError } from './model.js';

// Every host has it (Node, browsers, workers), yet it belongs to no ECMAScript library.
declare class TextDecoder {
  constructor(label: string, options: { fatal: boolean; ignoreBOM: boolean });
  decode(bytes: Uint8Array): string;
}

/** Larger than any codebook; what is larger is not looked at. Bytes. */
export const LARGEST_FILE = 20 * 1024 * 1024;

/** Longer than any codebook; parsers take memory for each line, however short. */
const MOST_LINES = 300_000;

/**
 * A file's bytes as text without byte order mark and with LF line ends: UTF-8, or UTF-16 with a byte order mark. Programs
 * that add a mark to a file that has one leave two or more; all of them go.
 * @throws ExchangeError where it is too large, of another encoding, or no text at all
 */
export function decodeFile(bytes: Uint8Array): string {
  if (bytes.length > LARGEST_FILE) throw tooLarge();
  let content = bytes;
  while (startsWith(content, '\xef\xbb\xbf')) content = content.subarray(3);
  for (const [start, what, remedy] of NOT_TEXT) if (startsWith(content, start)) throw new ExchangeError(what, remedy);
  const text = decode(content, encodingOf(content)).replace(/^\uFEFF+/, '');
  if (text.includes('\0')) {
    throw new ExchangeError(
      'This is not a text file, or it is UTF-16 without a byte order mark.',
      'Export the codebook as .qdc, CSV or Markdown, in the encoding UTF-8.',
    );
  }
  const lines = text.replace(/\r\n?/g, '\n');
  if (countOf('\n', lines) > MOST_LINES) {
    throw new ExchangeError(
      `The file has more than ${MOST_LINES} lines, which no codebook has.`,
      'Check that it is a codebook; export the codebook alone, without sources and codings.',
    );
  }
  return lines;
}

/** How often a text stands in another one. */
export function countOf(part: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) count++;
  return count;
}

/** The refusal of a file that is too large. */
export function tooLarge(file?: string): ExchangeError {
  return new ExchangeError(
    `The file is larger than ${LARGEST_FILE / 1024 / 1024} MB, which no codebook is.`,
    'Export the codebook alone, without sources and codings.',
    undefined,
    file,
  );
}

function encodingOf(bytes: Uint8Array): string {
  if (startsWith(bytes, '\xff\xfe')) return 'utf-16le';
  return startsWith(bytes, '\xfe\xff') ? 'utf-16be' : 'utf-8';
}

function decode(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ExchangeError(
      `The file is not ${encoding.startsWith('utf-16') ? 'valid UTF-16' : 'UTF-8'}, so some letters would come out wrong.`,
      'Save it again in the encoding UTF-8 (in Excel: “CSV UTF-8”), then import it.',
    );
  }
}

function startsWith(bytes: Uint8Array, start: string): boolean {
  return [...start].every((unit, i) => bytes[i] === unit.charCodeAt(0));
}

const NOT_TEXT: readonly (readonly [string, string, string])[] = [
  [
    'PK\x03\x04',
    'This is a zip file, such as a project (.qdpx) or a workbook (.xlsx), not a codebook.',
    'Export the codebook as .qdc or CSV; or unpack the project and import the .qde file in it.',
  ],
  ['\xd0\xcf\x11\xe0', 'This is a file of an old Office program.', 'Save the table as “CSV UTF-8” and import that.'],
  ['%PDF', 'This is a PDF.', 'Export the codebook as .qdc, CSV or Markdown.'],
  ['{\\rtf', 'This is an RTF document.', 'Export the codebook as .qdc, CSV or Markdown.'],
  ['SQLite format 3', 'This is the database of a program.', 'Open it there and export the codebook as .qdc or CSV.'],
];
