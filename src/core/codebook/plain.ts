import type { Nodes } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { remember, without } from './remark.js';

/** Reads text inside a paragraph or heading; whatever would start a block is plain text. */
const inline = unified()
  .use(without, [
    'blockQuote',
    'codeFenced',
    'codeIndented',
    'definition',
    'headingAtx',
    'htmlFlow',
    'list',
    'setextUnderline',
    'thematicBreak',
  ])
  .use(remarkParse);

/** Runs of spaces and line ends become one space; other spaces, such as the no-break one, stay. */
export function foldSpace(text: string): string {
  if (!/[\t\n\v\f\r\u0085\u2028\u2029]|^ | $| {2}/.test(text)) return text;
  return text.replace(/[ \t\n\v\f\r\u0085\u2028\u2029]+/g, ' ').replace(/^ | $/g, '');
}

/**
 * The words of a piece of Markdown as a reader sees them: emphasis, links and tags go, escapes and entities are resolved.
 * @param markdown text of a paragraph or heading
 */
export function plainText(markdown: string): string {
  // Markdown shows NUL as U+FFFD wherever it stands; so do words that need no reading.
  const folded = foldSpace(markdown).replaceAll('\0', '\ufffd');
  return /[\\`*_[<&]/.test(folded) ? wordsOf(folded) : folded;
}

const wordsOf = remember((markdown: string): string => {
  const words: string[] = [];
  const open: Nodes[] = [inline.parse(markdown)];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ('children' in node) for (const child of node.children.toReversed()) open.push(child);
    else if (node.type === 'text' || node.type === 'inlineCode') words.push(node.value);
    else if (node.type === 'image' || node.type === 'imageReference') words.push(node.alt ?? '');
  }
  return foldSpace(words.join(''));
});
