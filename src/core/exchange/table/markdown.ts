import type { Nodes, Table } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { parseCodebook } from '../../codebook/parse.js';
import { cleanTitle, writeTitle } from '../../codebook/write.js';
import { isTooIntricate } from '../../transcript/markdown.js';
import { countOf } from '../decode.js';
import { checkCount } from '../draft.js';
import { exchangeOf } from '../fromCodebook.js';
import { type ExchangeCodebook, ExchangeError } from '../model.js';
import type { ReadFile } from '../qdc/read.js';
import type { WrittenFile } from '../qdc/write.js';
import { COLUMNS, type Column, layoutOf } from './columns.js';
import { readRecords } from './records.js';
import { rowsOf } from './rows.js';

const processor = unified().use(withTables).use(remarkParse);

function withTables(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [gfmTable(), { disable: { null: ['definition', 'autolink'] } }];
  data.fromMarkdownExtensions = [gfmTableFromMarkdown()];
}

/** Columns that are there even where all their cells are empty. */
const ALWAYS: readonly Column[] = ['title', 'kind', 'parent', 'definition', 'id'];

/** A codebook as a Markdown document with one table. Whatever texts hold, nothing but their words comes of it. */
export function writeMarkdownTable(book: ExchangeCodebook): WrittenFile {
  const { rows, losses } = rowsOf(book);
  const columns = COLUMNS.filter(column => ALWAYS.includes(column) || rows.some(row => row[column] !== ''));
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const text = [
    `# ${writeTitle(book.title ?? 'Codebook') || 'Codebook'}`,
    '',
    line(columns),
    line(columns.map(() => '---')),
    ...rows.map(row => line(columns.map(column => writeCell(row[column])))),
    '',
  ].join('\n');
  return { text, losses };
}

/**
 * Reads the first table of a Markdown document that names codes; a document without one is read as a `codebook.md`.
 * @param text decoded, line ends LF
 * @throws ExchangeError where it is neither
 */
export function readMarkdown(text: string): ReadFile {
  if (isTooMuch(text)) {
    throw new ExchangeError(
      'This Markdown is too intricate to be a codebook.',
      'Export the codebook as .qdc or CSV instead.',
    );
  }
  const root = processor.parse(text);
  for (const node of root.children) {
    const found = node.type === 'table' ? readTable(node) : undefined;
    if (found === undefined) continue;
    const title = root.children.find(each => each.type === 'heading' && each.depth === 1);
    const name = title === undefined ? '' : cleanTitle(textOf(title));
    return name === '' ? found : { ...found, book: { title: name, ...found.book } };
  }
  const book = parseCodebook(text);
  if (book.entries.length > 0) return { book: exchangeOf(book), remarks: [] };
  throw new ExchangeError(
    'This Markdown holds neither a table of codes nor headings that could be themes and codes.',
    'A table needs a column called “title”; a codebook has a heading of two or more hashes for each theme and code.',
  );
}

/** A table is read cell by cell, everything else paragraph by paragraph. */
function isTooMuch(text: string): boolean {
  const lines = text.split('\n');
  const isRow = (line: string): boolean => line.startsWith('|');
  checkCount(lines.filter(line => /^ {0,3}(?:#|\|)/.test(line)).length - HEADER_LINES);
  return (
    lines.some(line => countOf('|', line) > MOST_CELLS || (isRow(line) && isTooIntricate(line))) ||
    isTooIntricate(lines.filter(line => !isRow(line)).join('\n'))
  );
}

/** The title, the header of a table and the hyphens below it. */
const HEADER_LINES = 3;
const MOST_CELLS = 1000;

function readTable(table: Table): ReadFile | undefined {
  const [header, ...rows] = table.children;
  const layout = layoutOf(header?.children.map(textOf) ?? []);
  if (layout === undefined) return undefined;
  const start = table.position?.start.line ?? 1;
  // A row is a line; the one below the header holds hyphens and is not counted as one.
  return readRecords(
    layout,
    rows.map((row, i) => ({ cells: row.children.map(textOf), number: i + 2, line: start + 2 + i })),
  );
}

/** The words of a cell as they are read, with line ends for `<br>`. */
function textOf(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'html') return /^<br\s*\/?>$/i.test(node.value) ? '\n' : '';
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** Everything that could be a mark is escaped: the table is made to be looked at in any program. */
function writeCell(text: string): string {
  return text
    .replaceAll('\uFEFF', '')
    .split('\n')
    .map(line => line.replace(/[\\`*_{}[\]<>#|~&!$^=@]/g, '\\$&'))
    .join('<br>');
}
