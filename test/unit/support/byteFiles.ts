import fc from 'fast-check';
import { formatCodingLine } from '../../../src/core/coding/line.js';
import { anyCoding } from './arbitraries.js';

/** A file cut into lines, bytes as Latin-1 characters so that none is lost in comparing. */
export interface RawLines {
  readonly mark: string;
  readonly lines: readonly { readonly text: string; readonly end: string }[];
}

const MARK = '\xef\xbb\xbf';

/** Cuts a file into its byte order mark and its lines. */
export function rawLines(bytes: Uint8Array): RawLines {
  const all = Buffer.from(bytes).toString('latin1');
  const mark = all.startsWith(MARK) ? MARK : '';
  const lines = all.slice(mark.length).match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  return {
    mark,
    lines: lines.map(line => {
      const end = /(?:\r\n|\r|\n)$/.exec(line)?.[0] ?? '';
      return { text: line.slice(0, line.length - end.length), end };
    }),
  };
}

const latin = (text: string): string => Buffer.from(text).toString('latin1');

const anyLine = fc.oneof(
  { weight: 4, arbitrary: anyCoding.map(one => latin(formatCodingLine(one))) },
  fc.constantFrom(
    '',
    '   ',
    '<<<<<<< HEAD',
    '=======',
    '{"code": "a"',
    '[]',
    '\xff\xfe\x80',
    '{"quote": "\xc3',
    '\xef\xbb\xbf{}',
    '\0\0',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }).map(text => latin(text.replace(/[\r\n]/g, ''))),
);

/**
 * Any file that may be met where codings are expected, as bytes: codings, broken lines, conflict marks, bytes that are
 * no UTF-8, line ends of one kind or mixed, with and without a byte order mark and a final line end.
 */
export const anyFile: fc.Arbitrary<Uint8Array> = fc
  .record({
    lines: fc.array(anyLine, { maxLength: 8 }),
    ends: fc.constantFrom(['\n'], ['\r\n'], ['\n', '\r\n'], ['\r'], ['\r\n', '\n', '\r']),
    mark: fc.boolean(),
    open: fc.boolean(),
  })
  .map(({ lines, ends, mark, open }) => {
    const text = lines.map((line, i) => line + (open && i === lines.length - 1 ? '' : ends[i % ends.length])).join('');
    return Buffer.from(`${mark ? MARK : ''}${text}`, 'latin1');
  });
