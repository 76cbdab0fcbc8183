import assert from 'node:assert/strict';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { formatCsv } from '../../../src/core/report/excerpts/csv.js';
import { formatMarkdown } from '../../../src/core/report/excerpts/markdown.js';
import type { ExcerptRow } from '../../../src/core/report/excerpts/row.js';
import { escapeForExport } from '../../../src/core/report/markdown.js';

const HOSTILE = [
  '# heading',
  '- item',
  '+ item',
  '* item',
  '12. item',
  '3) item',
  '> quote',
  '---',
  '===',
  '***',
  '```js',
  '~~~',
  '    code',
  '| a | b |',
  '<b>bold</b> <script>alert(1)</script> <!-- x',
  '&lt;b&gt; &amp;',
  '[a](http://x.y) ![i](u) [ref]: http://x.y',
  '[^1] [^1]: note',
  '[ ] todo',
  'see https://example.org/a_b`c`d and www.example.org or a@b.org, mailto:a@b.org xmpp:a@b.org <https://x.y>',
  'HTTP://EXAMPLE.ORG ftp://x.y vscode://x.y/z command:run',
  'one  \ntwo\\\nthree',
  '*emph* _emph_ **strong** ~~gone~~ `code` $x$',
  '\\# back\\slash \\',
  'a^b ==mark== {#id .class}',
];

const row = (change: Partial<ExcerptRow>): ExcerptRow => ({
  id: 'x',
  evidence: null,
  code: 'c',
  title: 'C',
  themePath: [],
  quote: '',
  speaker: 'P',
  speakers: ['P'],
  transcript: 't.md',
  line: 1,
  position: [0, 1],
  coder: 'EA',
  outcome: 'exact',
  settled: false,
  memo: null,
  created: null,
  ...change,
});

function* nodes(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodes(child);
}

const parse = (markdown: string): Nodes => unified().use(remarkParse).use(remarkGfm).parse(markdown);
const text = (node: Nodes): string => [...nodes(node)].map(each => ('value' in each ? each.value : '')).join('');

describe('excerpts as Markdown', () => {
  for (const hostile of HOSTILE) {
    it(`says ${JSON.stringify(hostile)} and does nothing`, () => {
      const tree = parse(escapeForExport(hostile));
      assert.deepEqual(
        [...new Set([...nodes(tree)].map(node => node.type))].filter(type => type !== 'inlineCode').sort(),
        ['paragraph', 'root', 'text'],
      );
      assert.equal(text(tree).replace(/\s+/g, ' ').trim(), hostile.replace(/\s+/g, ' ').trim());
    });
  }

  it('keeps hostile text in its place everywhere in the document', () => {
    for (const hostile of HOSTILE) {
      const rows = [
        row({
          quote: hostile,
          memo: hostile,
          title: hostile,
          themePath: [hostile],
          speaker: hostile,
          transcript: hostile,
          coder: hostile,
        }),
      ];
      const tree = parse([...formatMarkdown(rows)].join(''));
      const blocks = 'children' in tree ? tree.children.map(node => node.type) : [];
      assert.deepEqual(blocks, ['heading', 'heading', 'heading', 'blockquote', 'paragraph'], hostile);
      const forbidden = [...nodes(tree)].filter(node =>
        [
          'link',
          'image',
          'html',
          'list',
          'code',
          'table',
          'linkReference',
          'definition',
          'emphasis',
          'footnoteReference',
        ].includes(node.type),
      );
      assert.deepEqual(forbidden, [], hostile);
    }
  });
});

describe('escaping', () => {
  it('gets through long runs of anything', () => {
    for (const long of ['a', '@', 'a@', '`', '`@', '1', 'http:', '*']) {
      assert.ok(escapeForExport(long.repeat(200_000)).length >= 200_000);
    }
  });
});

describe('excerpts as CSV', () => {
  it('defuses formulas in every cell that comes from the study', () => {
    const cells = ['=cmd()', '+1', '-1', '@x', '\tx', '\rx', '＝x'];
    for (const cell of cells) {
      const csv = [
        ...formatCsv([
          row({
            code: cell,
            title: cell,
            themePath: [cell],
            quote: cell,
            speaker: cell,
            transcript: cell,
            coder: cell,
            memo: cell,
            id: cell,
          }),
        ]),
      ].join('');
      assert.equal(csv.split(`'${cell}`).length, 10, cell);
    }
    assert.match([...formatCsv([row({ quote: 'a "b", c' })])].join(''), /,"a ""b"", c",/);
  });
});
