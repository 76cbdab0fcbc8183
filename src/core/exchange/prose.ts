import { readBlocks } from '../codebook/blocks.js';
import { foldSpace, plainText } from '../codebook/plain.js';
import { cleanTitle, writeDefinition, writeKeyword } from '../codebook/write.js';
import { type Keyword, LABEL } from './fields.js';
import type { ExchangeEntry, Fields } from './model.js';

/**
 * An entry's text as Markdown paragraphs that are read back as exactly these fields: whatever they hold, no heading,
 * list, comment or code block comes of it. Empty where there is nothing to say.
 */
export function proseOfFields(fields: Fields): string {
  const keyed = (keyword: Keyword): string[] => fields[keyword].map(text => writeKeyed(keyword, text));
  const blocks = [
    writeDefinition(fields.definition ?? ''),
    ...keyed('include'),
    ...keyed('exclude'),
    ...keyed('example'),
  ];
  const text = blocks.filter(block => block !== '').join('\n\n');
  return fields.notes.reduce((before, note, i) => {
    const markdown = writeNote(note);
    if (markdown === '') return before;
    const goesOn = markdown.startsWith('- ') && (fields.notes[i - 1] ?? '').startsWith('- ');
    return before + (before === '' ? '' : goesOn ? '\n' : '\n\n') + markdown;
  }, text);
}

/** `Include: text`, so that it is read back as one. */
export function writeKeyed(keyword: Keyword, text: string): string {
  const written = writeKeyword(keyword, text);
  return written === '' ? '' : `${LABEL[keyword]}: ${written}`;
}

/** A note as a paragraph, or as an item of a list where it begins with `- `. */
export function writeNote(note: string): string {
  const clean = cleanTitle(note);
  const item = /^- (?=\S)/.test(clean) ? clean.slice(2) : undefined;
  if (item === undefined) return writeDefinition(clean);
  const isRead = (markdown: string): boolean => {
    const [, block, ...more] = readBlocks(['# x', '', markdown, markdown]);
    const isList = block?.kind === 'list' && more.length === 0 && block.items.length === 2;
    return isList && block.items.every(text => plainText(text) === item);
  };
  const written = leastEscaped(item, '- ', isRead);
  return isRead(written) ? written : writeDefinition(clean);
}

/**
 * Whether Markdown can stand below a heading and stays there: it holds no heading, and nothing it opens (a code block, a
 * comment) reaches beyond its end.
 */
export function isContained(prose: string): boolean {
  if (/[\r\0]/.test(prose)) return false;
  const lines = prose.split('\n');
  const blocks = readBlocks(['# x', '', ...lines, '', '# y']);
  const headings = blocks.filter(block => block.kind === 'heading');
  return headings.length === 2 && headings[1]?.line === lines.length + 3 && lines[0] !== '' && lines.at(-1) !== '';
}

/** Whether an entry's text is nothing but its fields: no emphasis, links, tables, or paragraphs in another order. */
export function isPlain(entry: ExchangeEntry): boolean {
  return entry.prose === undefined || foldSpace(entry.prose) === foldSpace(proseOfFields(entry));
}

function leastEscaped(text: string, before: string, isRead: (markdown: string) => boolean): string {
  if (isRead(before + text)) return before + text;
  const some = before + text.replace(/[\\`*_[\]<&{#]/g, '\\$&');
  return isRead(some) ? some : before + text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
