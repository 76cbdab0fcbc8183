import type { AttributeItem } from '../../codebook/attributes.js';
import { readBlocks } from '../../codebook/blocks.js';
import { headingRange } from '../../codebook/changes/heading.js';
import { ownRange } from '../../codebook/changes/layout.js';
import { recordsIn } from '../../codebook/changes/mergeRecord.js';
import type { Codebook, CodebookEntry } from '../../codebook/codebook.js';
import { headingAt } from '../../codebook/heading.js';
import type { Block } from '../../codebook/markdown.js';
import { foldSpace } from '../../codebook/plain.js';
import { pieces } from '../../codebook/prose.js';

const known = new WeakMap<Codebook, string[]>();

/** The lines of a codebook. */
export function linesOf(book: Codebook): string[] {
  const lines = known.get(book) ?? book.text.split('\n');
  known.set(book, lines);
  return lines;
}

/** What stands below a heading, up to the next one, but for white space and the records of merged codes. */
export function ownText(book: Codebook, entry: CodebookEntry): string {
  return foldSpace(ownLines(book, entry).join('\n'));
}

/** Its lines below the heading without the records of merged codes: what these say was said before they were merged. */
function ownLines(book: Codebook, entry: CodebookEntry): string[] {
  const all = linesOf(book);
  const { to } = ownRange(book, entry, all);
  const from = headingRange(all, entry).to + 1;
  const records = recordsIn({ book, lines: all }, entry).map(({ range }) => range);
  const own: string[] = [];
  for (let line = from; line <= to; line++)
    if (!records.some(range => range.from <= line && line <= range.to)) own.push(all[line] ?? '');
  return own;
}

/**
 * The prose of an entry that is neither definition nor criteria nor example, block by block: how paragraphs are wrapped and lists
 * are marked makes no difference.
 */
export function furtherText(book: Codebook, entry: CodebookEntry): string[] {
  const own = ownLines(book, entry);
  const blocks = readBlocks(['', ...own]).map(block => ({ ...block, line: block.line - 1 }));
  const found: string[] = [];
  let paragraphs = 0;
  let isTaken = false;
  blocks.forEach((block, i) => {
    const source = own.slice(block.line, blocks[i + 1]?.line ?? own.length).join('\n');
    // The list behind a keyword with nothing behind it is what is included, excluded or given as an example.
    const isList = block.kind === 'list' && isTaken;
    isTaken = false;
    if (isList) return;
    if (block.kind !== 'paragraph') {
      found.push(shapeless(block, source));
      return;
    }
    const parts = pieces(block.text);
    parts.forEach(({ keyword, text }, part) => {
      if (keyword === undefined && !(paragraphs === 0 && part === 0) && text.trim() !== '') found.push(foldSpace(text));
      isTaken = part === parts.length - 1 && keyword !== undefined && text.trim() === '';
    });
    paragraphs++;
  });
  return found.filter(text => text !== '');
}

function shapeless(block: Block, source: string): string {
  const trimmed = source.replace(/[ \t]+$/gm, '').trim();
  return block.kind === 'list' ? foldSpace(trimmed.replace(/^[ \t]*[*+-][ \t]+/gm, '- ')) : trimmed;
}

const READ = new Set(['color', 'parent', 'formerly', 'id']);

/** Attributes of a heading that mean nothing to Verbatim, sorted: `weight=3`. */
export function furtherAttributes(book: Codebook, entry: CodebookEntry): string[] {
  return [...new Set(furtherPairs(book, entry).map(({ name, value }) => `${name}=${value}`))].sort();
}

/** The same as they are written. */
export function furtherPairs(book: Codebook, entry: CodebookEntry): readonly AttributeItem[] {
  const items = headingAt(linesOf(book), entry.line).attributes?.items ?? [];
  return items.filter(({ kind, name }) => kind === 'pair' && !READ.has(name));
}
