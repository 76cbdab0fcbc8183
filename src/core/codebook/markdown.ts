import type { ListItem, RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { remember, without } from './remark.js';

/** A block at the top of a document, with the line (from 0) it starts on. Blocks inside other blocks are not read. */
export type Block =
  | { readonly kind: 'heading'; readonly line: number; readonly level: number }
  | { readonly kind: 'paragraph'; readonly line: number; readonly text: string }
  /** With the first paragraph of each item. */
  | { readonly kind: 'list'; readonly line: number; readonly items: readonly string[] }
  | { readonly kind: 'other'; readonly line: number };

/** Reads blocks only: what is inside a paragraph is read where it is needed. */
const INLINE = [
  ...['attention', 'autolink', 'characterEscape', 'characterReference', 'codeText', 'hardBreakEscape', 'htmlText'],
  ...['labelEnd', 'labelStartImage', 'labelStartLink'],
];
const processor = unified().use(without, INLINE).use(remarkParse);

/** The blocks of a piece of Markdown, read by remark; remembered, since while one types most sections stay the same. */
export function parseBlocks(lines: readonly string[]): readonly Block[] {
  return parse(lines.join('\n'));
}

const parse = remember((text: string): readonly Block[] => {
  // Remark would drop a byte order mark and so read another line than the one that stands there.
  const root = processor.parse(text.replace(/^\uFEFF/, '\u200B'));
  const lines = text.split('\n');
  return root.children.map(node => toBlock(node, lines));
});

function toBlock(node: RootContent, lines: readonly string[]): Block {
  const line = (node.position?.start.line ?? 1) - 1;
  if (node.type === 'heading') {
    // An underlined heading behind link definitions is said to start with them; its text does not.
    const first = node.children[0]?.position?.start.line;
    return { kind: 'heading', line: first === undefined ? line : first - 1, level: node.depth };
  }
  if (node.type === 'paragraph') return { kind: 'paragraph', line, text: source(node, lines) };
  if (node.type === 'list')
    return { kind: 'list', line, items: node.children.map(item => firstParagraph(item, lines)) };
  return { kind: 'other', line };
}

function firstParagraph(item: ListItem, lines: readonly string[]): string {
  const first = item.children[0];
  return first?.type === 'paragraph' ? source(first, lines) : '';
}

function source(node: RootContent, lines: readonly string[]): string {
  if (node.position === undefined) return '';
  const { start, end } = node.position;
  return lines
    .slice(start.line - 1, end.line)
    .map((text, i) => (i === 0 ? text.slice(start.column - 1) : text))
    .join('\n');
}
