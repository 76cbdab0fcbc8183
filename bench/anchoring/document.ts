import { type Character, type Characters, inserted, textOf } from './characters.js';
import type { LabelStyle } from './labels.js';
import type { Language } from './prose/language.js';

/** A turn, a heading or the front matter. */
export interface Block {
  readonly kind: 'front matter' | 'heading' | 'turn';
  /** The label and what parts it from what is said. Nobody says it, so it has no identity. */
  readonly before: Characters;
  readonly paragraphs: readonly Characters[];
  /** A time stamp at the end. */
  readonly after: Characters;
  /** Which of the document's speakers; of a turn. */
  readonly speaker?: number;
  /** When the turn begins, in seconds. */
  readonly seconds?: number;
}

/** A transcript as edits see it. */
export interface Document {
  readonly blocks: readonly Block[];
  readonly language: Language;
  readonly speakers: readonly string[];
  readonly style: LabelStyle;
  /** What parts turns: a blank line, or a line end alone. */
  readonly gap: string;
  /** People and places that are named. */
  readonly names: readonly string[];
  readonly lineEnd: '\n' | '\r\n';
  readonly byteOrderMark: boolean;
}

/** The characters of some blocks, as a transcript has them: no byte order mark, line ends LF. */
export function render(blocks: readonly Block[], gap: string): Characters {
  const result: Character[] = [];
  for (const [i, block] of blocks.entries()) {
    if (i > 0) result.push(...gapBetween(blocks[i - 1] as Block, block, gap));
    result.push(...block.before);
    for (const [j, paragraph] of block.paragraphs.entries()) {
      if (j > 0) result.push(...inserted('\n\n'));
      for (const character of paragraph) result.push(character);
    }
    result.push(...block.after);
  }
  result.push(...inserted('\n'));
  return result;
}

function gapBetween(a: Block, b: Block, gap: string): Characters {
  return inserted(a.kind === 'turn' && b.kind === 'turn' ? gap : '\n\n');
}

/** The document as its own first version: every character that is said, or stands in a heading, is its position in the text. */
export function asFirstVersion(document: Document): Document {
  let at = 0;
  let previous: Block | undefined;
  const blocks = document.blocks.map(block => {
    if (previous !== undefined) at += gapBetween(previous, block, document.gap).length;
    previous = block;
    at += block.before.length;
    const paragraphs = block.paragraphs.map((paragraph, i) => {
      if (i > 0) at += 2;
      return paragraph.map(({ char }) => ({ char, from: at++ }));
    });
    at += block.after.length;
    return { ...block, paragraphs };
  });
  return { ...document, blocks };
}

/** The document with every paragraph of a turn changed. */
export function mapParagraphs(
  document: Document,
  change: (paragraph: Characters, block: Block) => Characters,
): Document {
  const blocks = document.blocks.map(block =>
    block.kind === 'turn' ? { ...block, paragraphs: block.paragraphs.map(one => change(one, block)) } : block,
  );
  return { ...document, blocks };
}

/** The file that has these characters: its line ends and its byte order mark are the document's. */
export function fileOf({ lineEnd, byteOrderMark }: Document, characters: Characters): string {
  const text = textOf(characters);
  return `${byteOrderMark ? '\uFEFF' : ''}${lineEnd === '\n' ? text : text.replaceAll('\n', lineEnd)}`;
}
