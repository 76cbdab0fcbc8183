import type { Nodes } from 'mdast';
import type { Shown } from '../memos/shown.js';
import type { Pieces } from '../pieces.js';
import { alignText } from '../transcript/align.js';
import { parseMarkdown } from '../transcript/markdown.js';
import { stretchesOf } from './stretches.js';

/** A paragraph as a reader sees it, or the paragraphs of a block quote. */
export interface Block {
  readonly kind: 'paragraph' | 'quote';
  readonly paragraphs: readonly Shown[];
  /** The headings it stands under, outermost first. */
  readonly under: readonly string[];
}

/** What is no text of a sentence: footnote marks and Pandoc's citations. */
const REFERENCES = /\[(?:\^|-?@)[^[\]\s][^[\]]{0,200}\]/gu;

/**
 * The paragraphs and block quotes of a manuscript in the order of the text; headings, code, HTML and comments are none. Text between the
 * cells of tables and the items of lists is kept apart.
 * @param bodyStart where the text behind the front matter begins; all offsets are UTF-16 units of the text
 */
export function* blocksOf(text: string, bodyStart: number): Pieces<Block[]> {
  const blocks: Block[] = [];
  const headings: { depth: number; title: string }[] = [];
  for (const [start, end] of stretchesOf(text, bodyStart)) {
    const source = text.slice(start, end);
    const read = (node: Nodes): void => {
      if (node.type === 'heading') {
        while ((headings.at(-1)?.depth ?? 0) >= node.depth) headings.pop();
        headings.push({ depth: node.depth, title: shownOf(node, source, start).text.replace(/\s+/g, ' ').trim() });
        return;
      }
      const under = headings.map(({ title }) => title);
      if (node.type === 'blockquote')
        blocks.push({ kind: 'quote', paragraphs: paragraphsIn(node, source, start), under });
      else if (isParagraph(node)) blocks.push({ kind: 'paragraph', paragraphs: [shownOf(node, source, start)], under });
      else if ('children' in node) for (const child of node.children) read(child);
    };
    read(parseMarkdown(source));
    yield;
  }
  return blocks;
}

const isParagraph = (node: Nodes): boolean => node.type === 'paragraph' || node.type === 'tableCell';

function paragraphsIn(node: Nodes, source: string, base: number): Shown[] {
  if (isParagraph(node)) return [shownOf(node, source, base)];
  return 'children' in node ? node.children.flatMap(child => paragraphsIn(child, source, base)) : [];
}

/** What a paragraph shows, and where each unit of it is written. */
function shownOf(node: Nodes, source: string, base: number): Shown {
  const parts: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const show = (text: string, start: number, end: number): void => {
    const isLiteral = text.length === end - start;
    parts.push(text);
    for (let unit = 0; unit < text.length; unit++) {
      from.push(base + (isLiteral ? start + unit : start));
      to.push(base + (isLiteral ? start + unit + 1 : end));
    }
  };
  const read = (child: Nodes): void => {
    const start = child.position?.start.offset ?? 0;
    const end = child.position?.end.offset ?? start;
    if (child.type === 'text')
      for (const part of alignText(source, start, end, child.value)) show(part.text, part.start, part.end);
    else if (child.type === 'break') show('\n', start, end);
    // Code is no quotation, but it parts what stands around it.
    else if (child.type === 'inlineCode') show('\ufffc', start, end);
    else if ('children' in child) for (const inner of child.children) read(inner);
  };
  read(node);
  return withoutReferences({ text: parts.join(''), from, to });
}

function withoutReferences(shown: Shown): Shown {
  if (!shown.text.includes('[^') && !shown.text.includes('@')) return shown;
  const left = [...shown.text.matchAll(REFERENCES)].map(({ 0: mark, index }) => [index, index + mark.length] as const);
  const kept = [...left, [shown.text.length, 0] as const].map(([end], i) => [left[i - 1]?.[1] ?? 0, end] as const);
  return {
    text: kept.map(([start, end]) => shown.text.slice(start, end)).join(''),
    from: kept.flatMap(([start, end]) => shown.from.slice(start, end)),
    to: kept.flatMap(([start, end]) => shown.to.slice(start, end)),
  };
}
