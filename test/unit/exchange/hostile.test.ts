import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parseCodebook } from '../../../src/core/codebook/parse.js';
import { LARGEST_FILE } from '../../../src/core/exchange/decode.js';
import { readCodebookFile } from '../../../src/core/exchange/formats.js';
import { ExchangeError } from '../../../src/core/exchange/model.js';
import { check, messyText } from '../codebook/support.js';
import { imported, readText } from './support.js';

const book = (codes: string): string => `<CodeBook><Codes>${codes}</Codes></CodeBook>`;
const code = (name: string, inner = ''): string => `<Code name="${name}" isCodable="true">${inner}</Code>`;

/** The refusal a file gets; it names a remedy. */
function refusal(name: string, content: string | Uint8Array): ExchangeError {
  const read = (): unknown => (typeof content === 'string' ? readText(name, content) : readCodebookFile(name, content));
  try {
    read();
  } catch (error) {
    assert.ok(error instanceof ExchangeError, String(error));
    assert.ok(error.remedy.length > 10);
    return error;
  }
  throw new Error('was read');
}

describe('hostile and broken files', () => {
  it('refuses any document type, entity declaration and external entity, with the line', () => {
    const laughs = `<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>\n${book(code('&b;'))}`;
    for (const [text, line] of [
      [laughs, 2],
      [`<!DOCTYPE CodeBook SYSTEM "file:///etc/passwd">${book(code('a'))}`, 1],
      [`\n\n<!DOCTYPE CodeBook>${book(code('a'))}`, 3],
      [book(`<!ENTITY a "b">${code('a')}`), 1],
    ] as const) {
      const error = refusal('x.qdc', text);
      assert.match(error.message, /declares a document type or entities/);
      assert.equal(error.line, line);
    }
    assert.match(refusal('x.qdc', book(code('&nbsp;'))).message, /XML entity other than the five/);
  });

  it('takes a comment or CDATA that only mentions one', () => {
    const { book: found } = readText(
      'x.qdc',
      `<!-- <!DOCTYPE x> -->${book(code('a', '<Description><![CDATA[<!DOCTYPE>]]></Description>'))}`,
    );
    assert.equal(found.entries[0]?.definition, '<!DOCTYPE>');
  });

  it('refuses great depth before parsing', () => {
    const deep = `${'<Code name="a" isCodable="true">'.repeat(200_000)}${'</Code>'.repeat(200_000)}`;
    const start = Date.now();
    assert.match(refusal('x.qdc', book(deep)).message, /more than 100 levels deep/);
    assert.match(refusal('x.qdc', '<a x="/>'.repeat(100_000)).message, /not complete, correct XML/);
    const rows = Array.from({ length: 5000 }, (_, i) => `c${i},${i === 0 ? '' : `c${i - 1}`}`).join('\n');
    assert.match(refusal('x.csv', `title,parent\n${rows}\n`).message, /more than 100 levels deep/);
    assert.match(refusal('x.txt', `${'a>>'.repeat(5000)}b\n`).message, /too long/);
    assert.ok(Date.now() - start < 20_000);
  }).timeout(30_000);

  it('refuses what is too large, too long or too many', () => {
    assert.match(refusal('x.qdc', new Uint8Array(LARGEST_FILE + 1)).message, /larger than 20 MB/);
    assert.match(refusal('x.qdc', book(code('a'.repeat(2_000_000)))).message, /longer than 100000 characters/);
    const described = (text: string): string => book(code('a', `<Description>${text}</Description>`));
    assert.match(refusal('x.qdc', described('long '.repeat(20_001))).message, /longer than 100000 characters/);
    assert.match(refusal('x.qdc', described('*['.repeat(5000))).message, /more punctuation marks/);
    assert.match(refusal('x.csv', `title\n${'a\n'.repeat(20_001)}`).message, /more than 20000 entries/);
    assert.match(refusal('x.qdc', book('<Code name="a"/>'.repeat(20_001))).message, /more than 20000 entries/);
  }).timeout(30_000);

  it('refuses floods of what is small: tags, attributes, lines, cells', () => {
    const cases: [string, string, RegExp][] = [
      ['x.qdc', book('<x/>'.repeat(400_001)), /more than 400000 tags/],
      ['x.qdc', book('<?x?>'.repeat(400_001)), /more than 400000 tags/],
      ['x.qdc', `\n<CodeBook ${'a="" '.repeat(1001)}/>`, /more than 1000 attributes/],
      ['x.csv', `title\n${'\n'.repeat(300_001)}`, /more than 300000 lines/],
      ['x.md', `| title |\n|---|\n${'|'.repeat(2000)}\n`, /too intricate/],
      ['x.md', `# C\n${'## a\n'.repeat(20_100)}`, /more than 20000 entries/],
      [
        'x.txt',
        Array.from({ length: 1000 }, (_, i) => `${i}_`.concat('>>a'.repeat(30))).join('\n'),
        /more than 20000 entries/,
      ],
    ];
    const start = Date.now();
    for (const [name, text, message] of cases) assert.match(refusal(name, text).message, message);
    assert.ok(Date.now() - start < 20_000);
  }).timeout(30_000);

  it('names the file and the line', () => {
    const long = 'x '.repeat(60_000);
    const cases: [string, string, string][] = [
      ['a.qdc', '<CodeBook>\n<!DOCTYPE x>', 'a.qdc, line 2: '],
      [
        'a.qdc',
        `<CodeBook><Codes>\n\n<Code name="a"><Description>${long}</Description></Code></Codes></CodeBook>`,
        'a.qdc, line 3: ',
      ],
      ['a.csv', 'title,kind\n"a\nb",code\nc,person\n', 'a.csv, line 4: Row 3 is'],
      ['a.csv', `title,definition\n\na,${long}\n`, 'a.csv, line 3: '],
      ['a.md', '# C\n\n| title | kind |\n|---|---|\n| a | person |\n', 'a.md, line 5: Row 2 is'],
      ['a.txt', `a\nb\t${long}\n`, 'a.txt, line 2: '],
      ['a.csv', '', 'a.csv: The file is empty.'],
    ];
    for (const [name, text, start] of cases)
      assert.ok(refusal(name, text).located.startsWith(start), refusal(name, text).located);
  });

  it('takes long texts of nothing but marks in reasonable time', () => {
    for (const marks of ['*', '[', '`', '<', '_a', '&', '![', '- ', '> ', '#']) {
      const text = `x${marks.repeat(4000 / marks.length)}`;
      const csv = `title,definition,notes\n"${marks.repeat(20)}","${text}","${text}"\n`;
      const { text: made } = imported(undefined, readText('x.csv', csv).book);
      assert.equal(parseCodebook(made).entries.length, 1, marks);
    }
  }).timeout(60_000);

  it('refuses what is no XML, no codebook, cut off, or no text', () => {
    const cases: [string, string | Uint8Array, RegExp][] = [
      ['x.qdc', 'no XML at all', /not complete, correct XML/],
      ['x.qdc', book(code('a')).slice(0, -12), /not complete, correct XML/],
      ['x.qdc', `${book(code('a'))}<more/>`, /not complete, correct XML/],
      ['x.qdc', '<svg xmlns="http://www.w3.org/2000/svg"/>', /no codebook, but “svg”/],
      ['x.qde', '<Project name="p"/>', /project holds no codebook/],
      ['x.qdc', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), /zip file/],
      ['x.csv', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), /old Office program/],
      ['x.csv', Buffer.from('SQLite format 3\0'), /database of a program/],
      ['x.csv', Buffer.from('title\ncaf\xe9\n', 'latin1'), /not UTF-8/],
      ['x.csv', Buffer.from('title\na\n', 'utf16le'), /not a text file, or it is UTF-16/],
      ['x.csv', 'title,definition\n"a,b\nc,d\n', /quotation mark in line 2 is not closed/],
      ['x.csv', 'a,b\n1,2\n', /first row of the table names no column/],
      ['x.csv', 'title,kind\na,person\n', /Row 2 is a “person”, which is neither theme nor code/],
      ['x.csv', 'title,parent\na,b\nb,a\n', /Row 2, “a”, is inside itself/],
      ['x.csv', ' \n', /empty/],
      ['x.json', '{}', /\(\.json\)/],
    ];
    for (const [name, content, message] of cases) assert.match(refusal(name, content).message, message);
  });

  it('never lets an imported text become a heading, attribute, comment or code block', () => {
    const texts = [
      '\n\n## Injected {#x .theme}\n\nmore',
      'a {#x formerly="hope"}',
      '<!-- open',
      '```\ncode',
      '    indented',
      'Title\n===',
      '---',
      '<script>alert(1)</script>',
      '![](https://example.org/x.png)',
      '\u2028## y',
      '{.theme}',
      'Merged: x {#hope}',
    ];
    const quoted = (text: string): string => text.replace(/[<>&"]/g, mark => `&#${mark.charCodeAt(0)};`);
    const file = book(texts.map(text => code(quoted(text), `<Description>${quoted(text)}</Description>`)).join(''));
    const { text } = imported('# C\n\n## Hope {#hope}\n', readText('x.qdc', file).book);
    const after = parseCodebook(text);
    assert.equal(after.entries.length, texts.length + 1);
    for (const entry of after.entries)
      assert.deepEqual([entry.kind, entry.formerly, entry.parent], ['code', [], undefined]);
    assert.doesNotMatch(text, /^(<!--|```|<script|!\[|===|---)/m);
  });

  it('takes a forged mark for what it is: text that must stand alone', () => {
    const forge = (mark: object): string =>
      book(`<Code name="a" isCodable="true"><?verbatim ${JSON.stringify(mark)}?></Code>`);
    for (const mark of [
      { prose: '## Injected {#x}' },
      { prose: '<!-- open' },
      { prose: '```' },
      { id: 'a b" .theme', classes: ['x} y'], formerly: ['hope'] },
      { title: '## T {#x}\n\n## U', prose: 7, id: ['x'] },
      { color: 'red} {#x' },
    ]) {
      const { text } = imported('# C\n\n## Hope {#hope}\n', readText('x.qdc', forge(mark)).book);
      const after = parseCodebook(text);
      assert.equal(after.entries.length, 2, text);
      assert.deepEqual(
        after.problems.filter(({ severity }) => severity === 'error'),
        [],
      );
      assert.equal(after.find('hope')?.title, 'Hope');
    }
    assert.equal(readText('x.qdc', book('<Code name="a"><?verbatim {nonsense?></Code>')).book.entries.length, 1);
  });

  it('adds to any document without changing what is there, or refuses', () => {
    const incoming = readText('x.csv', 'title,kind,parent,definition\nT,theme,,About T.\nC,code,T,About C.\n').book;
    check(
      fc.property(messyText, fc.nat(), fc.boolean(), (raw, pick, atTop) => {
        const before = parseCodebook(raw);
        const under = atTop ? undefined : before.entries[pick % (before.entries.length || 1)]?.id;
        try {
          const { text, report } = imported(raw, incoming, { under });
          const after = parseCodebook(text);
          assert.equal(after.entries.length, before.entries.length + report.added.length);
          assert.equal(imported(text, incoming, { under }).text, text, 'a second time changes nothing');
        } catch (error) {
          if (!(error instanceof ExchangeError)) throw error;
        }
      }),
      300,
    );
  }).timeout(120_000);
});
