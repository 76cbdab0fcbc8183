import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { stretchesOf } from '../../../src/core/manuscript/stretches.js';
import { parseMarkdown } from '../../../src/core/transcript/markdown.js';

/** Lines that begin, continue and end all that a blank line does not end, and some that look like it. */
const LINES = [
  ...['Some words “of somebody” (PP3).', 'and more', '# Heading', '## Other', 'Under', '===', '---', '***'],
  ...['> “quoted”', '> > deeper', '>', '- item', '  in it', '1. first', '2. second', '    indented', '* [ ] task'],
  ...['```', '````', '~~~', '~~~ md', '```ts', '``` a ``` b', '  ```', '    ```', '- ```', '> ~~~', '```  '],
  ...[
    '<!-- a',
    'b -->',
    '<!-- c -->',
    '<div>',
    '</div>',
    '<pre>',
    '</pre> x',
    '<script',
    '</script>',
    '<?php',
    '?>',
    '  <!-- d',
  ],
  ...[
    '<![CDATA[',
    ']]>',
    '<!DOCTYPE',
    '>',
    '<b>bold</b>',
    '| a | b |',
    '| - | - |',
    '[^1]: note',
    '[a]: b',
    'x <!-- y',
  ],
  ...['', '', '', '', '', ' ', '\t'],
];

/** The paragraphs of some Markdown, by where they stand, whether they are quoted, and what they say. */
function paragraphs(source: string, base: number): string[] {
  const found: string[] = [];
  const read = (node: Nodes, isQuoted: boolean): void => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const { start, end } = node.position ?? assert.fail('it stands nowhere');
      const place = [base + (start.offset ?? 0), base + (end.offset ?? 0)];
      found.push(`${node.type} ${place.join('–')}${isQuoted ? ' quoted' : ''} ${textOf(node)}`);
    } else if ('children' in node)
      for (const child of node.children) read(child, isQuoted || node.type === 'blockquote');
  };
  read(parseMarkdown(source), false);
  return found;
}

const textOf = (node: Nodes): string =>
  'children' in node ? node.children.map(textOf).join('') : 'value' in node ? node.value : '';

describe('a manuscript', () => {
  it('reads the same cut into stretches as in one go', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LINES), { maxLength: 40 }), lines => {
        const text = lines.join('\n');
        const cut = [...stretchesOf(text, 0, 1)];
        assert.deepEqual(
          cut.flatMap(([start, end]) => paragraphs(text.slice(start, end), start)),
          paragraphs(text, 0),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('is cut before what begins at the margin, and not within code and comments', () => {
    const text =
      'One.\n\n```\ncode\n\nmore\n```\n\nTwo.\n\n<!-- left\n\nout -->\n\nThree.\n\n- item\n\n  of it\n\nFour.';
    assert.deepEqual(
      [...stretchesOf(text, 0, 1)].map(([start, end]) => text.slice(start, end).trim()),
      ['One.', '```\ncode\n\nmore\n```', 'Two.', '<!-- left\n\nout -->', 'Three.\n\n- item\n\n  of it', 'Four.'],
    );
  });

  it('is read in one go where it is short', () => {
    assert.deepEqual([...stretchesOf('---\n---\nOne.\n\nTwo.', 8)], [[8, 18]]);
  });
});
