import assert from 'node:assert/strict';
import type { Layout } from '../../../src/core/transcript/layout.js';
import { readMarkdown } from '../../../src/core/transcript/markdown.js';

const BASE = 7;

/** Lays a text out, its positions counted from its start. */
function read(source: string): Layout {
  const layout: Layout = { pieces: [], lines: [], blocks: 0 };
  readMarkdown(source, BASE, layout);
  return layout;
}

/** The source with each piece of text between `«` and `»`, behind `=` what it is read as where that differs. */
function marked(source: string): string {
  let at = 0;
  const parts = read(source).pieces.map(({ start, end, text }) => {
    const written = source.slice(start - BASE, end - BASE);
    const before = source.slice(at, start - BASE);
    at = end - BASE;
    return `${before}«${written}${written === text ? '' : `=${text}`}»`;
  });
  return parts.join('') + source.slice(at);
}

/** The lines where a label may stand, each with its block. */
const lines = (source: string): string[] =>
  read(source).lines.map(({ start, end, block }) => `${block}|${source.slice(start - BASE, end - BASE)}`);

const kinds = (source: string): string[] =>
  read(source).pieces.map(({ kind, text, block }) => `${block} ${kind}: ${text}`);

describe('Markdown', () => {
  const cases: [what: string, source: string, expected: string][] = [
    // Lines
    ['lines', ' a \n\tb\nc', ' «a» «\n»\t«b»«\n»«c»'],
    ['hard breaks', 'a  \nb\\\n c   ', '«a»  «\n»«b»\\«\n» «c»   '],
    ['hard breaks in quotes', '> a  \n> b\\\n> c', '> «a»  «\n»> «b»\\«\n»> «c»'],
    ['a hard break behind an unclosed tick', '> a``  \n> b', '> «a``»  «\n»> «b»'],
    ['a backslash at the end', 'a\\', '«a\\»'],
    ['emphasis over lines', '*a\n__b\nc__* d', '*«a»«\n»__«b»«\n»«c»__*« d»'],
    ['emphasis at ends of lines', '*a*\n*b* \n_c_', '*«a»*«\n»*«b»* «\n»_«c»_'],
    // Containers
    ['quotes', '> a\n>b\n>  c', '> «a»«\n»>«b»«\n»>  «c»'],
    ['quotes in quotes, lazily continued', '> > a\n>> b\n> c\nd', '> > «a»«\n»>> «b»«\n»> «c»«\n»«d»'],
    ['emphasis in quotes', '> *a\n> b*\n> *c*', '> *«a»«\n»> «b»*«\n»> *«c»*'],
    ['a > that is no quote mark', 'a\n    > b', '«a»«\n»    «> b»'],
    ['a > that is no quote mark in a quote', '> > a\n>     > b\n>     >', '> > «a»«\n»>     «> b»«\n»>     «>»'],
    ['a > that is an entity', '> > a\n> &gt; b', '> > «a»«\n»> «&gt;=>»« b»'],
    [
      'items with wrapped lines',
      '- a\n  b\n  - c\n    d\n\n  e\nf',
      '- «a»«\n»  «b»\n  - «c»«\n»    «d»\n\n  «e»«\n»«f»',
    ],
    ['numbered items with quotes', '1. > a\n   > b\n10) c\n  d', '1. > «a»«\n»   > «b»\n10) «c»«\n»  «d»'],
    // Escapes and entities
    ['escapes and entities at ends of lines', 'a\\*\n\\_b&amp;\n&lt;', '«a»«\\*=*»«\n»«\\_=_»«b»«&amp;=&»«\n»«&lt;=<»'],
    ['entities that are space', 'a&#32;\n&nbsp;b &#10; c', '«a»«&#32;= »«\n»«&nbsp;=\u00a0»«b »«&#10;=\n»« c»'],
    ['what is no entity', '&nope; &amp &#12345678; &amp;amp;', '«&nope; &amp &#12345678; »«&amp;=&»«amp;»'],
    ['entities of two units', '&#x1F600;&NotEqualTilde;', '«&#x1F600;=😀»«&NotEqualTilde;=≂̸»'],
    ['escaped backslashes', '\\\\* \\a', '«\\\\=\\»«* \\a»'],
    // Code
    ['inline code', '`a` ``b`c`` ` d ` `` `e` `` ` `', '`«a»`« »``«b`c»``« »` «d» `« »`` «`e`» ``« »`« »`'],
    ['inline code takes no escapes', '`a\\* &amp;`', '`«a\\* &amp;»`'],
    ['inline code over lines', '> `a\n>  b`', '> `«a»«\n»> « b»`'],
    ['inline code padded with line ends', '> `\n> a\n> `\n> b', '> `\n> «a»\n> `«\n»> «b»'],
    ['code between fences', '```js\n\na &amp;\n\n > b\n\n```\nc', '```js\n\n«a &amp;»«\n»«\n»« > b»\n\n```\n«c»'],
    ['code without an end', '~~~\na\n', '~~~\n«a»\n'],
    ['an empty fence', '```', '```'],
    ['code in a quote', '> ```\n> a\n>b\n> ```', '> ```\n> «a»«\n»>«b»\n> ```'],
    ['indented code', '    a\n\n\t b\n\nc', '    «a»«\n»«\n»\t« b»\n\n«c»'],
    ['a tab that is indent in part', '- ```\n\ta\n  ```', '- ```\n\t«a»\n  ```'],
    // Links, images, HTML
    ['autolinks', '<http://a.b/\\*&amp;> <a@b.c>', '<«http://a.b/\\*&amp;»>« »<«a@b.c»>'],
    ['links', '[a\n*b*](c "d\ne") f', '[«a»«\n»*«b»*](c "d\ne")« f»'],
    ['images', 'a ![b\nc](d) e', '«a »![b\nc](d)« e»'],
    ['html', 'a <b>c</b><br\n/> d\n\n<p>\ne\n</p>\n\nf', '«a »<b>«c»</b><br\n/>« d»\n\n<p>\ne\n</p>\n\n«f»'],
    ['what is not taken for a link', '[a] [b][c] [d]: e', '«[a] [b][c] [d]: e»'],
    ['what is not in CommonMark', '~~a~~ www.b.c - [ ] d[^e]', '«~~a~~ www.b.c - [ ] d[^e]»'],
    // Headings and tables
    ['headings', '# a *b* #\n##\n### \\# c', '# «a »*«b»* #\n##\n### «\\#=#»« c»'],
    ['underlined headings', '  a  \n b\n===\n> c\n> ---', '  «a»  «\n» «b»\n===\n> «c»\n> ---'],
    [
      'tables',
      '| a |\\| *b* |\n|--|:-:|\n| `c \\| d` | &lt;',
      '| «a» |«\\|=|»« »*«b»* |\n|--|:-:|\n| `«c \\| d»` | «&lt;=<»',
    ],
    ['tables in quotes', '> a | b\n> --|--\n> c', '> «a» | «b»\n> --|--\n> «c»'],
    // Characters
    ['a byte order mark', '\ufeff**a**\n\n\ufeff# b', '«\ufeff»**«a»**\n\n«\ufeff# b»'],
    [
      'NUL',
      '> > a\0\n>     > \0&#0;\n\n`\0`\n\n    \0',
      '> > «a\0»«\n»>     «> \0»«&#0;=\ufffd»\n\n`«\0»`\n\n    «\0»',
    ],
    ['astral and unpaired units', '😀 *😀* \ud83d\n\\😀', '«😀 »*«😀»*« \ud83d»«\n»«\\😀»'],
  ];
  for (const [what, source, expected] of cases)
    it(`says where text stands: ${what}`, () => assert.equal(marked(source), expected));

  it('tells kinds and blocks apart', () => {
    assert.deepEqual(kinds('# a\n\nb\n===\n\n- c\n- > d\n\n```\ne\n```\n\nf | g\n--|--\nh'), [
      ...['1 heading: a', '2 heading: b', '3 prose: c', '4 prose: d', '5 code: e'],
      ...['6 table: f', '6 table: g', '6 table: h'],
    ]);
  });

  const lined: [what: string, source: string, expected: string[]][] = [
    ['in paragraphs', ' a \n **b**  \nc\\\nd', ['1|a', '1|**b**', '1|c\\', '1|d']],
    ['in quotes and items', '> a\n> *b*\n\n1. c\n   d', ['1|a', '1|*b*', '2|c', '2|d']],
    ['behind marks that are none', 'a  \n    > b\n    > c', ['1|a', '1|> b', '1|> c']],
    ['in headings', '## *a* ##\n#\n\n b\n*c*\n---', ['1|## *a* ##', '2|#', '3|b', '3|*c*']],
    ['but not in code and tables', '    a\n\n```\nb\n```\n\n| c |\n|--|\n| d |', []],
    ['but not behind a line end in code, a tag or an address', '`a\nb` <b\nc> [d](e\n"f") g', ['1|`a']],
    ['but not in the brackets of a link', '[a\n](b) c\nd', ['1|[a', '1|d']],
    ['to the end of one that ends in code', 'a `\nb`\nc', ['1|a `', '1|c']],
  ];
  for (const [what, source, expected] of lined)
    it(`finds lines ${what}`, () => assert.deepEqual(lines(source), expected));
});
