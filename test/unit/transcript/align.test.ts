import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { InlineCode, Nodes, Text } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { alignCode, alignText, insideTicks } from '../../../src/core/transcript/align.js';
import { nastyText } from './fragments.js';
import { check } from './support.js';

const processor = unified().use(remarkParse);

/** What says where text goes on, close together. */
const FRAGMENTS = [
  ...['a', 'b', '\n', '\n', '\n> ', '\n>', '\n    > ', '\n\t', '> ', '>> ', '- ', '1. ', ' ', '  ', '\t', '\0', '\\\n'],
  ...['\\*', '\\>', '\\\\', '\\', '&amp;', '&gt;', '&#10;', '&#32;', '&nope;', '&#0;', '`', '` ', ' `', '``', '*', '_'],
];
const wrapped = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 24 }).map(parts => parts.join(''));

function* leaves(node: Nodes, source: string): Generator<Text | InlineCode> {
  if (node.type === 'text' || node.type === 'inlineCode') yield node;
  const isAutolink = node.type === 'link' && source[node.position?.start.offset ?? 0] === '<';
  if ('children' in node && !isAutolink) for (const child of node.children) yield* leaves(child, source);
}

/** What is read of a leaf, part by part. */
function read({ type, value, position }: Text | InlineCode, source: string): string[] {
  const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
  const parts =
    type === 'text'
      ? alignText(source, start, end, value)
      : alignCode(source, ...insideTicks(source, start, end, value), value);
  let before = start;
  return [...parts].map(part => {
    assert.ok(before <= part.start && part.start < part.end && part.end <= end);
    before = part.end;
    return part.text;
  });
}

describe('alignment', () => {
  it('finds all that remark shows, in order', () => {
    check(
      fc.property(fc.oneof(wrapped, nastyText(20)), text => {
        const source = text.replace(/\r\n?/g, '\n').replace(/^\ufeff+/, '');
        for (const leaf of leaves(processor.parse(source), source)) {
          // The rest of a tab that is indent in part is read as spaces and stands nowhere.
          const plain = (shown: string): string => (leaf.type === 'text' ? shown : shown.replace(/^ +/gm, ''));
          assert.equal(plain(read(leaf, source).join('').replaceAll('\0', '\ufffd')), plain(leaf.value));
        }
      }),
      250,
    );
  });
});
