import { colorOf, isColor } from '../../codebook/colors.js';
import { toHex } from '../colors.js';
import { textOfFields } from '../fields.js';
import { guidOf } from '../guid.js';
import { type ExchangeCodebook, type ExchangeEntry, ExchangeError, type Remark, walk } from '../model.js';
import { isPlain } from '../prose.js';
import { markOf, writeMark } from './mark.js';

/** What a writer answers: the file, and what it cannot hold (or only for Verbatim). */
export interface WrittenFile {
  readonly text: string;
  readonly losses: readonly Remark[];
}

/** The `origin` our files carry. */
export const ORIGIN = 'Verbatim';

const NAMESPACE = 'urn:QDA-XML:codebook:1.0';
const SCHEMA = 'http://schema.qdasoftware.org/versions/Codebook/v1.0/Codebook.xsd';

/**
 * A codebook as REFI-QDA `.qdc`, valid against the published schema. The same codebook gives the same file.
 * @throws ExchangeError where there is no entry: the schema wants one
 */
export function writeQdc(book: ExchangeCodebook): WrittenFile {
  if (book.entries.length === 0) {
    throw new ExchangeError('There are no themes and codes yet; a .qdc cannot be empty.', 'Make a code first.');
  }
  const guids = guidsOf(book);
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<CodeBook xmlns="${NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ` +
      `xsi:schemaLocation="${NAMESPACE} ${SCHEMA}" origin="${ORIGIN}">`,
    `  ${writeMark({ ...(book.title !== undefined && { title: book.title }), ...(book.intro && { prose: book.intro }) })}`,
    '  <Codes>',
    ...book.entries.flatMap(entry => codeLines(entry, guids, '    ')),
    '  </Codes>',
    '</CodeBook>',
    '',
  ];
  return { text: lines.join('\n'), losses: lossesOf(book) };
}

function codeLines(entry: ExchangeEntry, guids: ReadonlyMap<ExchangeEntry, string>, indent: string): string[] {
  const name = xmlCharacters(entry.title);
  const color = shownColor(entry);
  const attributes = [
    `guid="${guids.get(entry) ?? ''}"`,
    `name="${escapeAttribute(name)}"`,
    `isCodable="${entry.kind === 'code'}"`,
    ...(color === undefined ? [] : [`color="${toHex(color)}"`]),
  ];
  const text = xmlCharacters(textOfFields(entry));
  return [
    `${indent}<Code ${attributes.join(' ')}>`,
    `${indent}  ${writeMark(markOf(entry, name))}`,
    ...(text === '' ? [] : [`${indent}  <Description>${escapeText(text)}</Description>`]),
    ...entry.children.flatMap(child => codeLines(child, guids, `${indent}  `)),
    `${indent}</Code>`,
  ];
}

/** The colour others see: a code always has one, a theme only if it is written. */
export function shownColor(entry: Pick<ExchangeEntry, 'id' | 'kind' | 'color' | 'title'>): string | undefined {
  const { kind, id = entry.title, color } = entry;
  if (kind === 'code' || (color !== undefined && isColor(color))) {
    return colorOf({ id, ...(color !== undefined && { color }) });
  }
  return undefined;
}

/** GUIDs from ids; of several entries with one id (a mistake in the codebook) each gets its own. */
function guidsOf(book: ExchangeCodebook): Map<ExchangeEntry, string> {
  const guids = new Map<ExchangeEntry, string>();
  const counts = new Map<string, number>();
  for (const { entry } of walk(book.entries)) {
    const id = entry.id ?? entry.title;
    const count = counts.get(id) ?? 0;
    counts.set(id, count + 1);
    guids.set(entry, guidOf(count === 0 ? id : `${id}\n${count}`));
  }
  return guids;
}

function lossesOf(book: ExchangeCodebook): Remark[] {
  const losses: Remark[] = [];
  const ids = new Set<string>();
  for (const { entry } of walk(book.entries)) {
    const lost = (what: string): unknown => losses.push({ entry: entry.title, what });
    if (entry.classes.length > 0) lost('The phase and other classes are in the file for Verbatim alone.');
    if (entry.formerly.length > 0) lost('Former ids (codes merged into this one) are in the file for Verbatim alone.');
    if (!isPlain(entry))
      lost('Emphasis, links, tables and the order of paragraphs are in the file for Verbatim alone.');
    const id = entry.id ?? entry.title;
    if (ids.has(id)) lost('The id is that of another entry as well.');
    ids.add(id);
    if (xmlCharacters(entry.title) !== entry.title.replaceAll('\uFEFF', ''))
      lost('Control characters in the title show as � in other programs.');
  }
  if (book.intro) losses.push({ what: 'The text below the title of the codebook is in the file for Verbatim alone.' });
  return losses;
}

/** A text without byte order marks, and with what XML 1.0 has no way to write replaced by U+FFFD. */
function xmlCharacters(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return text.replaceAll('\uFEFF', '').replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd');
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
}

function escapeAttribute(text: string): string {
  return escapeText(text)
    .replaceAll('"', '&quot;')
    .replace(/[\t\n]/g, white => `&#${white.charCodeAt(0)};`);
}
