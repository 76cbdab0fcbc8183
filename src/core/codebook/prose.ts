import { attributeId, findAttributes } from './attributes.js';
import type { CodebookEntry } from './codebook.js';
import type { Block } from './markdown.js';
import { plainText } from './plain.js';

/** What the text below a heading says about its code or theme. */
export type Prose = Pick<CodebookEntry, 'definition' | 'include' | 'exclude' | 'example'>;

const KEYWORD = /^[ \t]*([*_]{0,3})(include|exclude|example)s?([*_]{0,3})[ \t]*:([*_]{0,3})/i;

/**
 * Reads definition, inclusions, exclusions and examples. The first paragraph is the definition as far as it goes before
 * a line that starts with a keyword; such a line starts an entry that runs to the next one or to the end of its
 * paragraph. A keyword with nothing behind it takes the items of the list that follows. Records of merged codes say
 * nothing about the code they stand under.
 * @param blocks blocks between the heading and the next one
 */
export function readProse(blocks: readonly Block[]): Prose {
  const lists: Record<Keyword, string[]> = { include: [], exclude: [], example: [] };
  let definition: string | undefined;
  let paragraphs = 0;
  let pending: string[] | undefined;
  for (const block of blocks) {
    if (block.kind === 'list' && pending !== undefined) {
      for (const item of block.items.map(plainText)) if (item !== '') pending.push(item);
    }
    pending = undefined;
    if (block.kind !== 'paragraph') continue;
    for (const { keyword, text } of pieces(block.text)) {
      if (keyword === 'merged') continue;
      const words = plainText(text);
      const list = keyword === undefined ? undefined : lists[keyword];
      if (list === undefined) {
        if (paragraphs === 0 && words !== '') definition = words;
      } else if (words !== '') list.push(words);
      pending = words === '' ? list : undefined;
    }
    paragraphs++;
  }
  return definition === undefined ? lists : { definition, ...lists };
}

type Keyword = 'include' | 'exclude' | 'example';

/** A part of a paragraph, and the keyword it starts with. */
export interface Piece {
  readonly keyword?: Keyword | 'merged';
  text: string;
}

/** A paragraph cut before each line that starts with a keyword. */
export function pieces(paragraph: string): Piece[] {
  const found: Piece[] = [];
  for (const line of paragraph.split('\n')) {
    const match = KEYWORD.exec(line);
    const last = found.at(-1);
    if (match !== null) {
      const [all, opening = '', keyword = '', inner = '', outer = ''] = match;
      // `*Include: all in italics*` opens here and closes behind its text.
      const rest = (inner + outer === '' ? opening : '') + line.slice(all.length).trimStart();
      found.push({ keyword: keyword.toLowerCase() as Keyword, text: rest });
    } else if (isMergeRecord(line)) found.push({ keyword: 'merged', text: line });
    else if (last === undefined) found.push({ text: line });
    else last.text += `\n${line}`;
  }
  return found;
}

/** The keyword a line starts with: `include`, `exclude`, `example`, or `merged` for a record of a merged code. */
export function keywordOf(line: string): Keyword | 'merged' | undefined {
  const keyword = KEYWORD.exec(line)?.[2]?.toLowerCase() as Keyword | undefined;
  return keyword ?? (isMergeRecord(line) ? 'merged' : undefined);
}

/** How the record of a merged code begins; the heading that the code had follows. */
export const MERGED = 'Merged: ';

function isMergeRecord(line: string): boolean {
  return line.startsWith(MERGED) && attributeId(findAttributes(line.trimEnd())) !== undefined;
}
