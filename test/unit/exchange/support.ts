import * as fc from 'fast-check';
import { PALETTE } from '../../../src/core/codebook/colors.js';
import { parseCodebook } from '../../../src/core/codebook/parse.js';
import { cleanTitle } from '../../../src/core/codebook/write.js';
import { type ExportFormat, readCodebookFile, writeCodebookFile } from '../../../src/core/exchange/formats.js';
import { exchangeOf } from '../../../src/core/exchange/fromCodebook.js';
import { type ImportOptions, type ImportReport, importCodebook } from '../../../src/core/exchange/into/import.js';
import type { ExchangeCodebook, ExchangeEntry, Remark } from '../../../src/core/exchange/model.js';
import { isContained } from '../../../src/core/exchange/prose.js';
import type { ReadFile } from '../../../src/core/exchange/qdc/read.js';
import { encodeUtf8 } from '../../../src/core/text/utf8.js';
import { anyTitle, apply } from '../codebook/support.js';

/** A file of these words, read as an import reads it. */
export function readText(name: string, text: string): ReadFile {
  return readCodebookFile(name, encodeUtf8(text));
}

/** The codebook that is there after an import, and what was said about it. */
export function imported(
  raw: string | undefined,
  book: ExchangeCodebook,
  options?: ImportOptions,
): { text: string; report: ImportReport } {
  const { edits, report } = importCodebook(raw, book, options);
  return { text: apply(raw ?? '', edits), report };
}

/** A codebook of ours as the neutral tree. */
export function tree(raw: string): ExchangeCodebook {
  return exchangeOf(parseCodebook(raw));
}

/** What comes of a codebook that is written in a format, read again and imported into an empty study. */
export function roundTrip(
  raw: string,
  format: ExportFormat,
): { text: string; losses: readonly Remark[]; file: string } {
  const { text: file, losses } = writeCodebookFile(tree(raw), format);
  const name = `codebook.${format === 'taguette' ? 'csv' : format}`;
  return { text: imported(undefined, readText(name, file).book).text, losses, file };
}

/** A tree as lines: themes with a star, definitions behind a colon. */
export function sketch(entries: readonly ExchangeEntry[], indent = ''): string[] {
  return entries.flatMap(entry => [
    `${indent}${entry.kind === 'theme' ? '*' : ''}${entry.title}${entry.definition === undefined ? '' : `: ${entry.definition}`}`,
    ...sketch(entry.children, `${indent}  `),
  ]);
}

const words = anyTitle.map(cleanTitle).filter(text => text !== '');
const slug = fc.string({ unit: fc.constantFrom(...'abc-é中9'), minLength: 1, maxLength: 6 });
const prose = fc
  .array(
    fc.constantFrom(
      'Plain words.',
      '*Emphasis* here.',
      'Include: *this*',
      '> quoted',
      '- item',
      '<!-- note -->',
      'Merged: Old {#old}',
      '',
      '```',
      'x',
      '| a |',
      '|---|',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map(lines => lines.join('\n').replace(/^\n+|\n+$/g, ''))
  .filter(text => text !== '' && isContained(text));

/** Entries without children; ids are given afterwards. */
const anyEntry: fc.Arbitrary<ExchangeEntry> = fc
  .record({
    title: anyTitle.map(cleanTitle),
    kind: fc.constantFrom('theme' as const, 'code' as const),
    color: fc.option(fc.constantFrom(...PALETTE, '#a1b2c3', '#1f7a34'), { nil: undefined }),
    classes: fc.uniqueArray(fc.constantFrom('candidate', 'scope', 'x-1'), { maxLength: 2 }),
    definition: fc.option(words, { nil: undefined }),
    include: fc.array(words, { maxLength: 2 }),
    exclude: fc.array(words, { maxLength: 1 }),
    example: fc.array(words, { maxLength: 1 }),
    notes: fc.array(words, { maxLength: 2 }),
    prose: fc.option(prose, { nil: undefined }),
  })
  .map(({ color, definition, prose, ...rest }) => ({
    ...rest,
    formerly: [],
    children: [],
    ...(color !== undefined && { color }),
    ...(definition !== undefined && { definition }),
    ...(prose !== undefined && { prose }),
  }));

/** Any codebook without mistakes in it: unique ids, any nesting, plain and hostile texts. */
export const anyBook: fc.Arbitrary<ExchangeCodebook> = fc
  .array(fc.tuple(anyEntry, fc.nat(9), slug, fc.array(slug, { maxLength: 2 })), { minLength: 1, maxLength: 9 })
  .map(found => {
    const taken = new Set<string>();
    const free = (id: string): string => {
      let next = id;
      while (taken.has(next)) next += '1';
      taken.add(next);
      return next;
    };
    const open: (ExchangeEntry & { children: ExchangeEntry[] })[] = [];
    const roots: ExchangeEntry[] = [];
    for (const [entry, depth, id, formerly] of found) {
      const made = { ...entry, id: free(id), formerly: formerly.map(free), children: [] as ExchangeEntry[] };
      open.length = Math.min(open.length, depth);
      (open.at(-1)?.children ?? roots).push(made);
      open.push(made);
    }
    return { title: 'Codebook', entries: roots };
  });
