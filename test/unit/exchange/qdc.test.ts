import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { validateXML } from 'xmllint-wasm';
import { PALETTE } from '../../../src/core/codebook/colors.js';
import { PALETTE_HEX, readColor } from '../../../src/core/exchange/colors.js';
import { writeCodebookFile } from '../../../src/core/exchange/formats.js';
import { guidOf, readGuid } from '../../../src/core/exchange/guid.js';
import { PALETTE_SHADES } from '../../../src/extension/common/palette.js';
import { messyText } from '../codebook/support.js';
import { anyBook, imported, readText, tree } from './support.js';

const SCHEMA = readFileSync(path.join(import.meta.dirname, 'schema', 'Codebook.xsd'), 'utf8');
const SAMPLE = readFileSync('samples/peer-support/codebook.md', 'utf8');

/** What the published schema says against files. */
async function errorsIn(files: readonly string[]): Promise<readonly string[]> {
  const xml = files.map((contents, i) => ({ fileName: `codebook-${i}.qdc`, contents }));
  return (await validateXML({ xml, schema: SCHEMA })).errors.map(({ rawMessage }) => rawMessage);
}

const qdc = (raw: string): string => writeCodebookFile(tree(raw), 'qdc').text;

describe('REFI-QDA codebooks', () => {
  it('are valid against the published schema, for the sample and for anything', async () => {
    assert.deepEqual(await errorsIn([qdc(SAMPLE)]), []);
    const books = fc.sample(anyBook, 60).map(book => qdc(imported(undefined, book).text));
    const messy = fc
      .sample(messyText, 80)
      .filter(raw => tree(raw).entries.length > 0)
      .map(qdc);
    assert.deepEqual(await errorsIn([...books, ...messy]), []);
    assert.ok((await errorsIn([qdc(SAMPLE).replace('isCodable="true"', '')])).length > 0, 'the schema is asked');
  }).timeout(60_000);

  it('are the same for the same codebook, with GUIDs that follow from ids', () => {
    assert.equal(qdc(SAMPLE), qdc(SAMPLE));
    assert.match(qdc('# C\n\n## Hope {#hope}\n'), new RegExp(`guid="${guidOf('hope')}"`));
    assert.match(guidOf('hope'), /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.equal(readGuid(`{${guidOf('hope').toUpperCase()}}`), guidOf('hope'));
    assert.equal(readGuid('nonsense'), undefined);
    const twice = qdc('## A {#a}\n\n## B {#a}\n');
    assert.equal(new Set([...twice.matchAll(/guid="([^"]+)"/g)].map(match => match[1])).size, 2);
  });

  it('say to every program: hierarchy, what can be coded with, colours, and the text as it is read', () => {
    const raw =
      '# C\n\n## T {#t .theme}\n\n### A {#a color=amber}\n\nSome *words* & <more>.\n\nInclude: this\n\n> and that\n';
    const text = qdc(raw);
    assert.match(text, /name="T" isCodable="false">/);
    assert.match(text, /name="A" isCodable="true" color="#9A6700">/);
    assert.match(text, /<Description>Some words &amp; .*\n\nInclude: this\n\nand that<\/Description>/);
    assert.throws(() => qdc('# C\n'), /no themes and codes yet/);
  });

  it('take over what another program changed in a file of ours', () => {
    const raw = '## A {#a color=amber formerly=old}\n\nSome *words*.\n';
    const changed = qdc(raw)
      .replace('Some words.', 'Other words.')
      .replace('#9A6700', '#112233')
      .replace('"A"', '"Again"');
    const [entry] = readText('x.qdc', changed).book.entries;
    assert.deepEqual(
      [entry?.title, entry?.definition, entry?.color, entry?.prose, entry?.id, entry?.formerly],
      ['Again', 'Other words.', '#112233', undefined, 'a', ['old']],
    );
    const stripped = qdc(raw).replace(/<\?verbatim .*\?>/g, '');
    const again = imported(raw, readText('x.qdc', stripped).book);
    assert.equal(again.text, raw, 'found by its GUID');
    assert.equal(readText('x.qdc', stripped).book.entries[0]?.color, 'amber');
  });

  it('know colours in every spelling', () => {
    const cases: [string, string | undefined][] = [
      ['#ABC', '#aabbcc'],
      ['#aabbccdd', '#aabbcc'],
      ['rgb(1, 2, 3)', '#010203'],
      ['rgba(255,0,0,0.5)', '#ff0000'],
      ['rgb(256,0,0)', undefined],
      ['Amber', 'amber'],
      ['#9A6700', 'amber'],
      ['red;} {', undefined],
      ['', undefined],
    ];
    for (const [written, color] of cases) assert.equal(readColor(written), color, written);
    for (const name of PALETTE) assert.equal(PALETTE_HEX[name], PALETTE_SHADES[name].light);
  });
});
