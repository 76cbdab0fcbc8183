import { PHASES } from '../../codebook/change.js';
import { foldSpace } from '../../codebook/plain.js';
import { wordsIn } from '../../codebook/sections.js';
import { readColor } from '../colors.js';
import { checkCount, checkLength, type Draft, draftOf, readTitle } from '../draft.js';
import { fieldsOfText } from '../fields.js';
import { ExchangeError, type Remark } from '../model.js';
import { nestFlat } from '../qdc/programs.js';
import type { ReadFile } from '../qdc/read.js';
import { tooDeep } from '../qdc/xml.js';
import type { Column, Layout } from './columns.js';
import { type Child, hang } from './hang.js';

/** A row below the header. */
export interface Row {
  readonly cells: readonly string[];
  /** Counted as a spreadsheet does, the header being 1. */
  readonly number: number;
  /** Line of the file, from 1, that it starts in. */
  readonly line: number;
}

/**
 * Reads the rows of a table as a codebook.
 * @throws ExchangeError where a row has no name, is neither theme nor code, or is inside itself
 */
export function readRecords(layout: Layout, rows: readonly Row[]): ReadFile {
  const remarks: Remark[] = [];
  const filled = rows.filter(row => row.cells.some(cell => cell.trim() !== ''));
  checkCount(filled.length);
  if (layout.themes.length > 0 && !layout.at.has('parent'))
    return { book: { entries: byTheme(layout, filled, remarks) }, remarks };
  const children = filled.map(row => readRow(layout, row, remarks));
  const roots = hang(children);
  const isFlat = roots.every(entry => entry.children.length === 0 && entry.isReference !== true);
  if (layout.format === 'own' || !isFlat) return { book: { entries: roots }, remarks };
  return { book: { entries: nestFlat(roots, layout.format, remarks) }, remarks };
}

/** Rows that name the themes around a code in columns of their own; one without a code is about the innermost theme. */
function byTheme(layout: Layout, rows: readonly Row[], remarks: Remark[]): Draft[] {
  const top = draftOf('', 'theme');
  const themes = new Map<string, Draft>();
  const themeAt = (path: readonly string[]): Draft => {
    const known = path.length === 0 ? top : themes.get(path.join('\0'));
    if (known !== undefined) return known;
    const theme = draftOf(readTitle(path.at(-1) ?? '', remarks), 'theme');
    themes.set(path.join('\0'), theme);
    checkCount(rows.length + themes.size);
    themeAt(path.slice(0, -1)).children.push(theme);
    return theme;
  };
  for (const row of rows) {
    const path = layout.themes.flatMap(at => cellAt(row, at).split('>>').map(foldSpace)).filter(name => name !== '');
    if (path.length > MOST_THEMES) throw tooDeep(row.line);
    if (path.length > 0 && foldSpace(cellAt(row, layout.at.get('title'))) === '') {
      const named = [...row.cells];
      named[layout.at.get('title') ?? 0] = path.at(-1) ?? '';
      describe(themeAt(path), readRow(layout, { ...row, cells: named }, remarks).entry);
    } else themeAt(path).children.push(readRow(layout, row, remarks).entry);
  }
  const names = layout.themes.map(at => `“${layout.header[at]?.trim()}”`).join(', ');
  remarks.push({ what: `The list was flat; what stands in the column ${names} became themes.`, isNote: true });
  return top.children;
}

const MOST_THEMES = 20;

/** What a row says of a theme is added to what others said of it. */
function describe(theme: Draft, { definition, include, exclude, example, notes, color }: Draft): void {
  if (color !== undefined) theme.color = color;
  if (theme.definition === undefined && definition !== undefined) theme.definition = definition;
  const spare = definition === undefined || definition === theme.definition ? [] : [definition];
  theme.include = [...theme.include, ...include];
  theme.exclude = [...theme.exclude, ...exclude];
  theme.example = [...theme.example, ...example];
  theme.notes = [...theme.notes, ...spare, ...notes];
}

function readRow(layout: Layout, row: Row, remarks: Remark[]): Child {
  const cell = (column: Column): string => cellAt(row, layout.at.get(column));
  const name = foldSpace(cell('title'));
  const id = foldSpace(cell('id'));
  for (const text of row.cells) checkLength(name, text, () => row.line);
  // Only our own files have entries without a title, and these have an id.
  if (name === '' && id === '') {
    throw new ExchangeError(
      `Row ${row.number} has no name.`,
      'Fill in the name of the code in that row, or take the row out.',
      row.line,
    );
  }
  const entry = draftOf(name === '' ? '' : readTitle(name, remarks), kindOf(cell('kind'), row));
  if (id !== '') entry.id = id;
  if (!layout.at.has('kind')) entry.isKindGuessed = true;
  readTexts(entry, cell, cellAt(row, layout.description));
  entry.formerly = wordsIn(cell('formerly'));
  entry.classes = [...phaseClass(cell('phase'), entry.title, remarks), ...wordsIn(cell('classes'))];
  const color = readOwnColor(cell('color'), entry.title, remarks);
  if (color !== undefined) entry.color = color;
  return { entry, parent: foldSpace(cell('parent')), row };
}

const cellAt = (row: Row, at: number | undefined): string => (at === undefined ? '' : (row.cells[at] ?? ''));
const lines = (text: string): string[] =>
  text
    .split('\n')
    .map(foldSpace)
    .filter(each => each !== '');

function kindOf(written: string, row: Row): Draft['kind'] {
  const kind = written.trim().toLowerCase();
  if (kind === '' || kind === 'code') return 'code';
  if (kind === 'theme') return 'theme';
  throw new ExchangeError(
    `Row ${row.number} is a “${written.trim().slice(0, 40)}”, which is neither theme nor code.`,
    'Write theme or code into the column “kind”.',
    row.line,
  );
}

/** Our own columns are taken at their word; a description of another program may hold paragraphs and keywords. */
function readTexts(entry: Draft, cell: (column: Column) => string, description: string): void {
  const described = fieldsOfText(description);
  const [first, ...further] = cell('definition')
    .split(/\n[^\S\n]*\n/)
    .map(foldSpace);
  const definition = first || described.definition;
  if (definition !== undefined) entry.definition = definition;
  entry.include = [...lines(cell('include')), ...described.include];
  entry.exclude = [...lines(cell('exclude')), ...described.exclude];
  entry.example = [...lines(cell('example')), ...described.example];
  const spare = first && described.definition !== undefined ? [described.definition] : [];
  entry.notes = [...further.filter(part => part !== ''), ...lines(cell('notes')), ...spare, ...described.notes];
}

function phaseClass(written: string, title: string, remarks: Remark[]): string[] {
  const phase = written.trim().toLowerCase();
  if (phase === '') return [];
  if ((PHASES as readonly string[]).includes(phase)) return [phase];
  remarks.push({ entry: title, what: `A phase other than ${PHASES.join(', ')} was left out.` });
  return [];
}

function readOwnColor(written: string, title: string, remarks: Remark[]): string | undefined {
  if (written.trim() === '') return undefined;
  // What stood in our table as a colour number was one in the codebook.
  const color = /^\s*#[0-9a-f]{6}\s*$/i.test(written) ? written.trim() : readColor(written);
  if (color === undefined)
    remarks.push({ entry: title, what: 'A colour could not be read; the code gets one of its own.' });
  return color;
}
