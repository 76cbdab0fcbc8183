import assert from 'node:assert/strict';
import { writeCodebookFile } from '../../../src/core/exchange/formats.js';
import { readText, sketch, tree } from './support.js';

const BOOK = `# Our codes

## Room {#room .theme}

### =SUM(A1) {#sum .reviewed .own color=red formerly="a b"}

-1 is | not "less".

Exclude: one
Exclude: two

Another paragraph.

### v. 1.0 {#v}
`;

describe('tables', () => {
  it('CSV: every column, one row an entry, several texts on lines of one cell, nothing a formula', () => {
    const { text } = writeCodebookFile(tree(BOOK), 'csv');
    assert.equal(
      text,
      [
        '\uFEFFtitle,kind,parent,definition,include,exclude,example,notes,color,phase,classes,formerly,id',
        'Room,theme,,,,,,,,,,,room',
        `'=SUM(A1),code,room,"'-1 is | not ""less"".",,"one\ntwo",,Another paragraph.,red,reviewed,own,a b,sum`,
        'v. 1.0,code,room,,,,,,,,,,v',
        '',
      ].join('\r\n'),
    );
    const { book } = readText('x.csv', text);
    assert.deepEqual(sketch(book.entries), ['*Room', '  =SUM(A1): -1 is | not "less".', '  v. 1.0']);
    assert.deepEqual(
      readText('x.csv', "title\n'=a\n''=b\n'c'\n").book.entries.map(({ title }) => title),
      ['=a', "'=b", "'c'"],
    );
  });

  it('CSV: separators of other countries', () => {
    const { text } = writeCodebookFile(tree(BOOK), 'csv');
    const semicolons = text.replace(/"[^"]*(?:""[^"]*)*"|,/g, part => (part === ',' ? ';' : part));
    assert.deepEqual(readText('x.csv', semicolons).book, readText('x.csv', text).book);
  });

  it('Taguette: dotted names; dots, themes and what else is lost is said', () => {
    const { text, losses } = writeCodebookFile(tree(BOOK), 'taguette');
    assert.equal(
      text,
      [
        'tag,description',
        'Room,',
        'Room.=SUM(A1),"\'-1 is | not ""less"".\n\nExclude: one\nExclude: two\n\nAnother paragraph."',
        'Room.v· 1·0,',
        '',
      ].join('\r\n'),
    );
    const said = losses.map(({ entry = '', what }) => `${entry}: ${what}`).join('\n');
    assert.match(said, /^v\. 1\.0: Dots in the title/m);
    assert.match(said, /^Room: The theme became a tag/m);
    assert.match(said, /^: Colours, phases/m);
  });

  it('Markdown: a table that shows its words and nothing else', () => {
    const { text } = writeCodebookFile(tree(BOOK), 'md');
    assert.equal(
      text,
      [
        '# Our codes',
        '',
        '| title | kind | parent | definition | exclude | notes | color | phase | classes | formerly | id |',
        '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
        '| Room | theme |  |  |  |  |  |  |  |  | room |',
        '| \\=SUM(A1) | code | room | -1 is \\| not "less". | one<br>two | Another paragraph. | red | reviewed | own | a b | sum |',
        '| v. 1.0 | code | room |  |  |  |  |  |  |  | v |',
        '',
      ].join('\n'),
    );
    assert.equal(readText('x.md', text).book.title, 'Our codes');
  });

  it('say what they cannot hold', () => {
    const { losses } = writeCodebookFile(tree('# C\n\nIntro.\n\n## A {#a}\n\nSome *emphasis*.\n\n## B {#a}\n'), 'csv');
    assert.deepEqual(losses, [
      { entry: 'A', what: 'Emphasis, links, tables and the order of paragraphs are not kept.' },
      { entry: 'B', what: 'The id is that of another entry as well.' },
      { what: 'The text below the title of the codebook is not kept.' },
    ]);
  });
});
