import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { EXPORT_FORMATS, readCodebookFile, writeCodebookFile } from '../../../src/core/exchange/formats.js';
import { walk } from '../../../src/core/exchange/model.js';
import type { ReadFile } from '../../../src/core/exchange/qdc/read.js';
import { imported, readText, sketch, tree } from './support.js';

const FIXTURES = path.join(import.meta.dirname, 'fixtures');
const fixture = (name: string): ReadFile => readCodebookFile(name, readFileSync(path.join(FIXTURES, name)));

/** The tree of a file, once as it is read and once as a codebook that it was imported into has it. */
function treeOf({ book }: ReadFile): string[] {
  const read = sketch(book.entries);
  assert.deepEqual(sketch(tree(imported(undefined, book).text).entries), read);
  return read;
}

const remarksOf = ({ remarks }: ReadFile): string[] => remarks.map(({ entry = '', what }) => `${entry}: ${what}`);

describe('codebooks as other programs write them', () => {
  it('NVivo: byte order mark, CRLF, braces, a node around everything', () => {
    const file = fixture('nvivo.qdc');
    assert.deepEqual(treeOf(file), ['Waiting: Time that passes before anything happens.', '  Letters', 'Kitchen talk']);
    const [waiting] = file.book.entries;
    assert.deepEqual([waiting?.include, waiting?.exclude], [['waiting rooms'], ['queues in shops']]);
    assert.match(remarksOf(file).join(), /node “Nodes” around all others was left out/);
  });

  it('ATLAS.ti: flat names with colons, a GUID that stands twice, an empty Set, a short colour', () => {
    const file = fixture('atlas.qdc');
    assert.deepEqual(treeOf(file), [
      'Mood: How somebody feels.',
      '  calm & rested',
      '  worn out',
      '*Place',
      '  garden',
      'Note: open',
    ]);
    assert.equal(file.book.entries[0]?.color, '#00ff00');
    assert.match(remarksOf(file).join('\n'), /^shift: night: A Set without codes/m);
  });

  it('MAXQDA: the old namespace, a prefix, no isCodable, the same name twice', () => {
    assert.deepEqual(treeOf(fixture('maxqda.qdc')), ['Arbeit: Alles, was <bezahlt> wird.', '  Schicht', '  Schicht']);
  });

  it('Taguette: dotted names, an empty Sets', () => {
    const file = fixture('taguette.qdc');
    assert.deepEqual(treeOf(file), ['weather', '  rain', '*tools', '  spade', 'e.g. this']);
    assert.match(remarksOf(file).join('\n'), /^tools: Made a theme/m);
  });

  it('QualCoder: categories are themes, also empty ones; a list in a memo stays one', () => {
    const file = fixture('qualcoder.qdc');
    assert.deepEqual(treeOf(file), ['*Household', '  Cooking', '  *Repairs']);
    const { text } = imported(undefined, file.book);
    assert.match(text, /### Cooking \{#cooking color=#7b1fa2\}\n\n- for oneself\n- for others\n/);
  });

  it('OpenQDA: colours with transparency; one that is none is said', () => {
    const file = fixture('openqda.qdc');
    assert.deepEqual(
      [...walk(file.book.entries)].map(({ entry }) => entry.color),
      ['#ff8000', undefined],
    );
    assert.match(remarksOf(file).join(), /By bus: A colour could not be read/);
  });

  it('a project file: its codebook, Sets as themes where a code is in one only', () => {
    const file = fixture('project.qde');
    assert.deepEqual(treeOf(file), [
      'Fences',
      '*Growing: What comes out of the ground.',
      '  Beans',
      '*People',
      '  Neighbours',
    ]);
    const remarks = remarksOf(file).join('\n');
    assert.match(remarks, /^Beans: Memos linked/m);
    assert.match(remarks, /^Again: A Set was left out/m);
    assert.match(remarks, /only the codebook was read/);
  });

  it('any version of the namespace, whatever Transana and others add, and paths that are never followed', () => {
    const inner =
      '<Codes><Code guid="3b1c6f0a-0009-4a4a-8e10-000000000001" name="A" isCodable="true"/></Codes>' +
      '<Sets><Set guid="3b1c6f0a-0009-4a4a-8e10-000000000002" name="S" creatingUser=""><MemberSource guid="x"/></Set></Sets>';
    for (const namespace of ['codebook:1.0', 'codebook:0:4', 'codebook:1:0', 'project:1.0', 'project:0:10'])
      assert.deepEqual(
        treeOf(readText('x.qdc', `<q:CodeBook xmlns:q="urn:QDA-XML:${namespace}">${inner}</q:CodeBook>`)),
        ['A'],
      );
    const project =
      '<Project name="p" creatingUserGUID="" creationDateTime="" modifiedDateTime="null" basePath="/etc">' +
      `<Users/><CodeBook>${inner}</CodeBook><Sources><TextSource guid="x" plainTextPath="absolute:///etc/passwd"/></Sources><Sets/></Project>`;
    assert.deepEqual(treeOf(readText('PROJECT.QDE', project)), ['A']);
  });

  it('a byte order mark twice, before UTF-16, or within a codebook of ours', () => {
    const csv = 'tag,description\nwork,paid\n';
    const plain = readText('x.csv', csv);
    const mark = Buffer.from('\uFEFF');
    for (const bytes of [
      Buffer.concat([mark, mark, Buffer.from(csv)]),
      Buffer.concat([mark, Buffer.from(`\uFEFF${csv}`, 'utf16le')]),
      Buffer.from(`\uFEFF\uFEFF${csv}`, 'utf16le'),
    ])
      assert.deepEqual(readCodebookFile('x.csv', bytes), plain);
    for (const name of ['nvivo.qdc', 'qualcoder.csv', 'table.md', 'qualcoder.txt']) {
      const bytes = readFileSync(path.join(FIXTURES, name));
      assert.deepEqual(readCodebookFile(name, Buffer.concat([mark, mark, bytes])), fixture(name), name);
    }
    const raw = '\uFEFF# C\n\n## \uFEFFHope {#hope}\n\n\uFEFFGetting\uFEFF better.\n\nInclude: \uFEFFthis\n';
    for (const book of [raw, `\uFEFF${raw}`])
      for (const format of EXPORT_FORMATS) {
        const { text } = writeCodebookFile(tree(book), format);
        assert.equal(text.lastIndexOf('\uFEFF'), format === 'csv' ? 0 : -1, format);
        if (format === 'taguette') continue;
        const again = imported(book, readText(`x.${format}`, text).book, { update: true });
        assert.deepEqual([again.text, again.report.added, again.report.differing], [book, [], []], format);
      }
  });

  it('empty Codes are no codebook', () => {
    const empty = '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes/></CodeBook>';
    assert.throws(() => readText('x.qdc', empty), /no themes and no codes/);
  });

  it('Taguette CSV: semicolons, a byte order mark, other columns, blank rows', () => {
    const csv = '\uFEFFTag;Description;number of highlights\r\nwork;"What is; paid";3\r\n;;\r\nwork.night;;1\r\n';
    assert.deepEqual(treeOf(readText('codebook.csv', csv)), ['work: What is; paid', '  night']);
    assert.throws(() => readText('c.csv', 'tag,Name\na,b\n'), /“tag” and “Name” both name the codes/);
    assert.throws(() => readText('c.csv', 'tag,description\na,b\n,c\n'), /Row 3 has no name/);
  });

  it('qcoder CSV, and a UTF-16 file as spreadsheets save it', () => {
    const csv = 'code_id,code,code.description\n1,noise,What one hears.\n2,light,\n';
    assert.deepEqual(treeOf(readText('codes.csv', csv)), ['noise: What one hears.', 'light']);
    const utf16 = Buffer.from(`\uFEFF${csv.replaceAll(',', '\t')}`, 'utf16le');
    assert.deepEqual(treeOf(readCodebookFile('codes.txt', utf16)), ['noise: What one hears.', 'light']);
    const swapped = Buffer.from(utf16).swap16();
    assert.deepEqual(treeOf(readCodebookFile('codes.txt', swapped)), ['noise: What one hears.', 'light']);
  });

  it('QualCoder’s list of codes', () => {
    const list = 'House>>Rooms>>kitchen\tWhere one cooks.\nHouse>>roof\n\nalone\n';
    assert.deepEqual(treeOf(readText('codes.txt', list)), [
      '*House',
      '  *Rooms',
      '    kitchen: Where one cooks.',
      '  roof',
      'alone',
    ]);
    assert.throws(() => readText('codes.txt', 'a>>>>b\n'), /A name is missing in line 1/);
    assert.throws(() => readText('talk.txt', `${'She said that it was fine. '.repeat(20)}\n`), /Line 1 is too long/);
  });

  it('a table in any Markdown document, and the codebook of another study', () => {
    const table =
      'Words.\n\n| a |\n| - |\n| x |\n\n# Mine\n\n| Title | Parent | Description |\n|---|---|---|\n| *Soup* | Food | hot<br>water |\n| Bread | Food | |\n';
    const file = readText('notes.md', table);
    assert.deepEqual(sketch(file.book.entries), ['*Food', '  Soup: hot water', '  Bread']);
    assert.equal(file.book.title, 'Mine');
    assert.deepEqual(sketch(readText('codebook.md', '# C\n\n## T {.theme}\n\n### A\n\nWords.\n').book.entries), [
      '*T',
      '  A: Words.',
    ]);
    assert.throws(() => readText('x.md', 'nothing here'), /neither a table of codes nor headings/);
  });
});
