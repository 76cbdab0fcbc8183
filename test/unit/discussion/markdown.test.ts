import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { commentMarkdown } from '../../../src/core/discussion/markdown.js';
import { anyText } from '../support/arbitraries.js';

const ADDRESS = 'command:verbatim.followLink?%5B%5D';
/** Knows `hope` and nothing else. */
const toHope = (_: unknown, written: string) =>
  written === 'hope' ? { label: 'Hope *[x]*', address: ADDRESS } : undefined;
const none = () => undefined;

/** All nodes below a node, itself included. */
function all(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(all) : [])];
}
const parse = (markdown: string): Nodes[] => all(unified().use(remarkParse).parse(markdown));
const textOf = (markdown: string): string =>
  parse(markdown)
    .flatMap(node => (node.type === 'text' ? node.value : node.type === 'break' ? '\n' : []))
    .join('');

describe('the words of a comment', () => {
  for (const words of [
    '[x](command:workbench.action.quit) <img src=x onerror=alert(1)> ![y](https://example.org/y.png)',
    '# no heading\n- no list\n1. no list\n> no quote\n    no code\n```\nno fence\n***\n$(alert) &lt;b&gt;',
    '[[nowhere]] [[nowhere|with words]] [x][y]\n\n[y]: https://example.org',
    '[[hope](command:x)]] [[[hope]]',
  ]) {
    it(`show as they were typed: ${JSON.stringify(words.slice(0, 40))}…`, () => {
      const nodes = parse(commentMarkdown(words, none));
      const kinds = new Set(nodes.map(({ type }) => type));
      assert.deepEqual(
        [...kinds].filter(kind => !['root', 'paragraph', 'text', 'break'].includes(kind)),
        [],
      );
      const flat = (text: string): string => text.replace(/\s+/g, '');
      assert.equal(flat(textOf(commentMarkdown(words, none))), flat(words));
    });
  }

  it('keep their lines and paragraphs', () => {
    const nodes = parse(commentMarkdown('one\ntwo\r\n\r\n\r\nthree', none));
    assert.equal(nodes.filter(({ type }) => type === 'paragraph').length, 2);
    assert.equal(nodes.filter(({ type }) => type === 'break').length, 1);
  });

  it('link what is in double brackets and leads somewhere, by its name or by the words given for it', () => {
    const nodes = parse(commentMarkdown('On [[hope]], or [[ hope | *being* there ]]: see [[nowhere]].', toHope));
    const links = nodes.flatMap(node => (node.type === 'link' ? [node] : []));
    assert.deepEqual(
      links.map(link => [
        link.url,
        all(link)
          .flatMap(node => (node.type === 'text' ? node.value : []))
          .join(''),
      ]),
      [
        [ADDRESS, 'Hope *[x]*'],
        [ADDRESS, '*being* there'],
      ],
    );
    assert.match(textOf(commentMarkdown('On [[hope]] and', toHope)), /^On Hope \*\[x\]\* and$/);
  });

  it('never become anything but text and links to where we say', () => {
    const any = fc.oneof(
      anyText({ maxLength: 30 }),
      fc.string({ unit: fc.constantFrom(...'[]()<>!|#-*_`\\\n hope:/.&"'), maxLength: 40 }),
    );
    fc.assert(
      fc.property(any, words => {
        for (const node of parse(commentMarkdown(words, toHope))) {
          assert.ok(['root', 'paragraph', 'text', 'break', 'link'].includes(node.type), node.type);
          if (node.type === 'link') assert.equal(node.url, ADDRESS);
        }
      }),
      { numRuns: 500 },
    );
  });
});
