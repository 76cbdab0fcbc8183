import { attributeId, findAttributes } from '../../codebook/attributes.js';
import { readBlocks } from '../../codebook/blocks.js';
import { isBlank } from '../../codebook/changes/layout.js';
import { keywordOf, MERGED, pieces } from '../../codebook/prose.js';
import { Unmergeable } from './unmergeable.js';

/** What a block below a heading is. `title` is that of the codebook; `record` is what a merged code said. */
export type BlockType = 'title' | 'definition' | 'include' | 'exclude' | 'example' | 'text' | 'record';

/** A piece of text that is merged as a whole. */
export interface TextBlock {
  readonly type: BlockType;
  /** Of a record, the id of the merged code. */
  readonly id?: string;
  /** The blank lines before it; none before an `Include:` that goes on with the paragraph. */
  readonly gap: readonly string[];
  readonly lines: readonly string[];
  /** Its lines as one text. */
  readonly text: string;
}

/**
 * Cuts the text below a heading into blocks that, each behind its gap, are the text again.
 * @param lines without blank lines at the end
 * @throws Unmergeable where there is a heading in it: the title of a codebook that stands behind entries
 */
export function blocksBelow(lines: readonly string[]): TextBlock[] {
  const found = readBlocks(['# x', ...lines]).slice(1);
  if (found.some(block => block.kind === 'heading')) throw new Unmergeable();
  return cut(
    lines,
    found.map(block => ({ ...block, line: block.line - 1 })),
    true,
  );
}

/** Cuts what stands before the first entry likewise: the title and what follows it. */
export function blocksAhead(lines: readonly string[]): TextBlock[] {
  return cut(lines, readBlocks(lines), false);
}

type Found = ReturnType<typeof readBlocks>[number];

/** A block while it is read: where it starts and what it is. */
interface Start {
  readonly line: number;
  readonly type: BlockType;
  readonly id?: string;
}

function cut(lines: readonly string[], found: readonly Found[], isEntry: boolean): TextBlock[] {
  const starts: Start[] = [];
  const first = lines.findIndex(line => !isBlank(line));
  // Front matter is read by nobody.
  if (first !== -1 && first < (found[0]?.line ?? lines.length)) starts.push({ line: first, type: 'text' });
  let paragraphs = 0;
  let isTaken = false;
  found.forEach((block, i) => {
    const end = found[i + 1]?.line ?? lines.length;
    const belongs = isTaken && isBelonging(block, lines);
    isTaken = false;
    if (belongs) return;
    if (block.kind !== 'paragraph') {
      starts.push({ line: block.line, type: block.kind === 'heading' && !isEntry ? 'title' : 'text' });
      return;
    }
    const isFirst = isEntry && paragraphs++ === 0;
    starts.push(...startsIn(lines, block.line, end, isFirst));
    isTaken = starts.at(-1)?.type === 'record' || endsInBareKeyword(block.text);
  });
  return starts.map((start, i) => blockAt(lines, start, starts[i - 1], starts[i + 1]));
}

/** A paragraph is cut before each line that starts with a keyword. */
function startsIn(lines: readonly string[], from: number, end: number, isFirst: boolean): Start[] {
  const starts: Start[] = [];
  for (let line = from; line < end; line++) {
    const text = lines[line] ?? '';
    const keyword = keywordOf(text);
    if (keyword === 'merged') {
      const id = attributeId(findAttributes(text.trimEnd().slice(MERGED.length)));
      starts.push({ line, type: 'record', ...(id !== undefined && { id }) });
    } else if (keyword !== undefined) starts.push({ line, type: keyword });
    else if (line === from) starts.push({ line, type: isFirst ? 'definition' : 'text' });
  }
  return starts;
}

/** Whether a paragraph ends in a keyword that takes the list below it. */
function endsInBareKeyword(paragraph: string): boolean {
  const last = pieces(paragraph).at(-1);
  return last?.keyword !== undefined && last.keyword !== 'merged' && last.text.trim() === '';
}

/** Whether a block belongs to the one before: the quote to a record, the list to its keyword. */
function isBelonging(block: Found, lines: readonly string[]): boolean {
  return block.kind === 'list' || /^>(?: |$)/.test(lines[block.line] ?? '');
}

function blockAt(
  lines: readonly string[],
  start: Start,
  before: Start | undefined,
  next: Start | undefined,
): TextBlock {
  const lastOf = (end: number): number => {
    let last = end - 1;
    while (last >= 0 && isBlank(lines[last])) last--;
    return last;
  };
  const own = lines.slice(start.line, lastOf(next?.line ?? lines.length) + 1);
  const gap = lines.slice(before === undefined ? 0 : lastOf(start.line) + 1, start.line);
  return { type: start.type, ...(start.id !== undefined && { id: start.id }), gap, lines: own, text: own.join('\n') };
}
