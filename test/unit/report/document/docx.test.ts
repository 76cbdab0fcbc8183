import assert from 'node:assert/strict';
import { parseXml } from '@rgrove/parse-xml';
import { unzipSync } from 'fflate';
import type { ReportDocument } from '../../../../src/core/report/document/document.js';
import { documentDocx } from '../../../../src/core/report/document/docx/documentDocx.js';
import { HOSTILE_DOCUMENT } from './hostile.js';

/** The parts of a file of Word that are XML, by their names. */
async function partsOf(document: ReportDocument): Promise<Map<string, string>> {
  const parts = Object.entries(unzipSync(await documentDocx(document)));
  return new Map(parts.map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
}

describe('A document for Word', () => {
  let parts: Map<string, string>;
  let body: string;
  before(async () => {
    parts = await partsOf({ ...HOSTILE_DOCUMENT, date: '2026-03-02T10:00:00Z' });
    body = parts.get('word/document.xml') ?? '';
  });

  it('is XML that can be read, whatever words it holds', () => {
    assert.ok(parts.size > 5);
    for (const [name, xml] of parts) assert.doesNotThrow(() => parseXml(xml), name);
    assert.match(body, /&lt;script&gt;alert\(1\)/);
    assert.doesNotMatch(body, /\u202e/);
  });

  it('has headings, tables with repeated header rows, and lists of its own', () => {
    const styles = [...body.matchAll(/<w:pStyle w:val="(\w+)"/g)].map(match => match[1]);
    for (const style of ['Title', 'Heading1', 'Heading2', 'Heading3', 'Caption', 'Quotation'])
      assert.ok(styles.includes(style), style);
    assert.equal(body.match(/<w:tbl>/g)?.length, 1);
    assert.match(body, /<w:tblHeader\/>/);
    assert.match(body, /<w:numPr>/);
    assert.match(body, /instead of the picture/);
  });

  it('says its title and its language', () => {
    assert.match(parts.get('docProps/core.xml') ?? '', /<dc:title>[^<]*alert\(1\)/);
    assert.match(parts.get('word/styles.xml') ?? '', /<w:lang w:val="en-GB"/);
  });

  it('asks for nothing from elsewhere', () => {
    for (const [name, xml] of parts) assert.doesNotMatch(xml, /TargetMode="External"/, name);
  });

  it('is the same bytes again, and tells the time of what it reports only', async () => {
    const [once, again] = await Promise.all([documentDocx(HOSTILE_DOCUMENT), documentDocx(HOSTILE_DOCUMENT)]);
    assert.deepEqual(once, again);
    const core = parts.get('docProps/core.xml') ?? '';
    assert.equal(core.match(/>2026-03-02T10:00:00Z</g)?.length, 2);
    const today = new Date().toISOString().slice(0, 10);
    for (const [name, xml] of parts) assert.ok(!xml.includes(today), name);
  });
});
