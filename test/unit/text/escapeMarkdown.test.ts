import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { escapeMarkdown } from '../../../src/core/text/escapeMarkdown.js';

const parse = (markdown: string): Root => unified().use(remarkParse).parse(markdown);

// CommonMark here; that the editor's own renderer makes no links of bare addresses is seen in the end-to-end tests.
/** The text of a paragraph that holds nothing but text; anything else is a failure. */
function onlyText(markdown: string): string {
  const [block, ...more] = parse(`x ${markdown} x`).children;
  assert.equal(more.length, 0);
  assert.ok(block?.type === 'paragraph');
  const kinds = block.children.map(child => child.type);
  assert.deepEqual(kinds, ['text']);
  return (block.children[0] as { value: string }).value;
}

describe('escapeMarkdown', () => {
  for (const text of [
    '[click](command:workbench.action.quit)',
    '<img src=x onerror=alert(1)>',
    '![x](https://example.com/x.png)',
    'https://example.com www.example.com a@b.example',
    '**bold** _it_ `code` ~~gone~~ | a | b |',
    '&lt;script&gt; &#36;(x) $(alert)',
    '# no heading\n- no list\n> no quote\n```no fence',
    '[^1] [ref] [x]: y',
  ]) {
    it(`shows ${JSON.stringify(text)} and nothing else`, () => {
      assert.equal(onlyText(escapeMarkdown(text)), `x ${text.replace(/\s+/g, ' ')} x`);
    });
  }

  it('shows any text as it is, white space folded', () => {
    const nasty = fc.array(
      fc.constantFrom(
        '*',
        '_',
        '[',
        ']',
        '(',
        ')',
        '<',
        '>',
        '!',
        '`',
        '\\',
        '&',
        ';',
        '|',
        '~',
        '#',
        ' ',
        '\n',
        'a',
        'www.',
        'http://',
        '@',
        '$',
        '-',
        ':',
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          nasty.map(parts => parts.join('')),
          fc.string({ unit: 'grapheme' }),
        ),
        text => {
          // Characters that CommonMark itself replaces (NUL, lone surrogates) are none that a transcript shows.
          fc.pre(!/[\0\uD800-\uDFFF]/.test(text) && text.trim() !== '');
          assert.equal(onlyText(escapeMarkdown(text)), `x ${text.replace(/\s+/g, ' ').trim()} x`);
        },
      ),
    );
  });
});
