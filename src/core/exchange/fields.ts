import { readBlocks } from '../codebook/blocks.js';
import type { Block } from '../codebook/markdown.js';
import { foldSpace, plainText } from '../codebook/plain.js';
import { type Piece, pieces } from '../codebook/prose.js';
import type { Fields } from './model.js';

/** A kind of entry that a keyword starts. */
export type Keyword = 'include' | 'exclude' | 'example';

const KEYWORDS: readonly Keyword[] = ['include', 'exclude', 'example'];
/** How a keyword is written. */
export const LABEL: Readonly<Record<Keyword, string>> = {
  include: 'Include',
  exclude: 'Exclude',
  example: 'Example',
};

/** Fields while they are put together. */
interface Draft {
  definition?: string;
  readonly include: string[];
  readonly exclude: string[];
  readonly example: string[];
  readonly notes: string[];
}

/** What the Markdown below a heading says, read as the codebook reads it; what is neither definition nor keyword is a note. */
export function fieldsOfMarkdown(prose: string): Fields {
  if (prose.trim() === '') return emptyFields();
  const lines = ['# x', '', ...prose.split('\n')];
  const blocks = readBlocks(lines).slice(1);
  const read = new FieldsReader();
  blocks.forEach((block, i) => {
    if (block.kind === 'paragraph')
      read.paragraph(pieces(block.text).map(piece => ({ ...piece, text: plainText(piece.text) })));
    else if (block.kind === 'list') read.list(block.items.map(plainText));
    else read.other(otherText(lines, block, blocks[i + 1]));
  });
  return read.fields;
}

/**
 * What a plain text of another program says: blank lines end paragraphs, lines that begin with a keyword or a bullet
 * stand for themselves, other line ends are spaces.
 */
export function fieldsOfText(text: string): Fields {
  const read = new FieldsReader();
  for (const paragraph of text.split(/\n[^\S\n]*\n/)) {
    const open: string[] = [];
    const bullets: string[] = [];
    const flush = (): void => {
      const words = open.splice(0).join('\n');
      if (words.trim() !== '') read.paragraph(pieces(words).map(piece => ({ ...piece, text: oneLine(piece.text) })));
    };
    const flushList = (): void => {
      if (bullets.length > 0) read.list(bullets.splice(0));
    };
    for (const line of paragraph.split('\n')) {
      const bullet = /^\s*[-*•‣–]\s+(?=\S)/.exec(line);
      if (bullet !== null) {
        flush();
        bullets.push(oneLine(line.slice(bullet[0].length)));
      } else if (line.trim() !== '') {
        flushList();
        open.push(line.trim());
      }
    }
    flush();
    flushList();
  }
  return read.fields;
}

/** The text of an entry as a reader sees it: definition, then inclusions, exclusions and examples, then everything else. */
export function textOfFields(fields: Fields): string {
  const keyed = KEYWORDS.flatMap(keyword => fields[keyword].map(text => `${LABEL[keyword]}: ${text}`));
  const paragraphs = [fields.definition ?? '', keyed.join('\n'), textOfNotes(fields.notes)];
  return paragraphs.filter(paragraph => paragraph !== '').join('\n\n');
}

/** Notes as paragraphs, items of a list on neighbouring lines. */
export function textOfNotes(notes: readonly string[]): string {
  return notes
    .map((note, i) => (i === 0 ? '' : note.startsWith('- ') && notes[i - 1]?.startsWith('- ') ? '\n' : '\n\n') + note)
    .join('');
}

/** Whether two texts of entries say the same. */
export function sameFields(a: Fields, b: Fields): boolean {
  return textOfFields(a) === textOfFields(b);
}

/** An entry that says nothing. */
export function emptyFields(): Fields {
  return { include: [], exclude: [], example: [], notes: [] };
}

class FieldsReader {
  readonly fields: Draft = { include: [], exclude: [], example: [], notes: [] };
  private paragraphs = 0;
  /** The list that a keyword with nothing behind it waits to fill. */
  private pending: string[] | undefined;

  paragraph(found: readonly Piece[]): void {
    this.pending = undefined;
    for (const { keyword, text } of found) {
      const list = keyword === undefined || keyword === 'merged' ? undefined : this.fields[keyword];
      if (text !== '') {
        if (keyword === 'merged') this.fields.notes.push(text);
        else if (list !== undefined) list.push(text);
        else if (this.paragraphs === 0) this.fields.definition = text;
        else this.fields.notes.push(text);
      }
      this.pending = text === '' ? list : undefined;
    }
    this.paragraphs++;
  }

  list(items: readonly string[]): void {
    const filled = items.filter(item => item !== '');
    if (this.pending !== undefined) this.pending.push(...filled);
    else this.fields.notes.push(...filled.map(item => `- ${item}`));
    this.pending = undefined;
  }

  other(words: string): void {
    if (words !== '') this.fields.notes.push(words);
    this.pending = undefined;
  }
}

/** A quote, table, code block or the like in one line; comments and tags say nothing. */
function otherText(lines: readonly string[], block: Block, next: Block | undefined): string {
  const source = lines.slice(block.line, next?.line ?? lines.length);
  const words = source.map(line => line.replace(/^[ \t]*(?:>[ \t]?)+/, '').replace(/^[ \t]*(?:`{3,}|~{3,}).*$/, ''));
  return plainText(words.join('\n').replace(/<!--[\s\S]*?(?:-->|$)/g, ''));
}

function oneLine(text: string): string {
  return foldSpace(text.trim());
}
