import assert from 'node:assert/strict';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { documentMarkdown } from '../../../../src/core/report/document/markdown.js';
import { HOSTILE_DOCUMENT } from './hostile.js';

interface Node {
  readonly type: string;
  readonly depth?: number;
  readonly children?: readonly Node[];
}

const nodesOf = (text: string): Node[] => {
  const all = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(all)];
  return all(unified().use(remarkParse).use(remarkGfm).parse(text) as Node);
};

describe('A document as Markdown', () => {
  it('has headings, lists, quotations and tables, and pictures in words', () => {
    const text = [...documentMarkdown(HOSTILE_DOCUMENT)].join('');
    const nodes = nodesOf(text);
    const count = (type: string): number => nodes.filter(node => node.type === type).length;
    assert.deepEqual(
      nodes.flatMap(({ depth, type }) => (type === 'heading' ? [depth] : [])),
      [1, 2, 3, 4],
    );
    assert.deepEqual(['list', 'blockquote', 'table'].map(count), [2, 1, 1]);
    assert.match(text, /instead of the picture/);
  });

  it('makes nothing of words that people wrote', () => {
    const nodes = nodesOf([...documentMarkdown(HOSTILE_DOCUMENT)].join(''));
    assert.deepEqual(
      nodes.filter(({ type }) => ['html', 'link', 'image', 'definition'].includes(type)),
      [],
    );
  });
});
