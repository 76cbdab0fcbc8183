import assert from 'node:assert/strict';
import { said } from './support/corner.js';
import { changesBetween, type Files } from './support/snapshot.js';

describe('the codebook in corners', () => {
  const book = (text: string): Files => ({ 'codebook.md': text });

  it('says nothing of a title that comes with the first code', async () => {
    assert.deepEqual(await said({}, book('# Codebook\n\n## Hope\n')), ['Added the code “Hope”']);
    assert.deepEqual(await said(book('# Codebook\n'), {}), []);
    assert.deepEqual(await said({}, book('# Codebook\n\nHow we code.\n')), ['Wrote an introduction to the codebook']);
    assert.deepEqual(await said(book('# Codebook\n'), book('# What we found\n')), [
      'Wrote an introduction to the codebook',
    ]);
  });

  it('takes a heading of another title above the same text for the same code, where ids are not written out', async () => {
    const one = '# Codebook\n\n## Hope\n\nThings getting better.\n\n## Trust\n';
    assert.deepEqual(await said(book(one), book(one.replace('## Hope', '## Living hope'))), [
      'Renamed “Hope” to “Living hope”',
    ]);
    assert.deepEqual(await said(book(one), book(one.replace('## Trust', '## Reliance'))), [
      'Renamed “Trust” to “Reliance”',
    ]);
    const other = one.replace('## Hope\n\nThings getting better.', '## Joy\n\nQuite another thing.');
    assert.deepEqual((await said(book(one), book(other))).sort(), ['Added the code “Joy”', 'Removed the code “Hope”']);
  });

  it('keeps headings of one title apart by what they say', async () => {
    const one = '# Codebook\n\n## Hope\n\nThe first.\n\n## Hope\n\nThe second.\n';
    const fresh = '# Codebook\n\n## Hope\n\nA new one.\n\n## Hope\n\nThe first.\n\n## Hope\n\nThe second.\n';
    assert.deepEqual(await said(book(one), book(fresh)), ['Added the code “Hope”']);
    assert.deepEqual(await said(book(fresh), book(one)), ['Removed the code “Hope”']);
    const written = '# Codebook\n\n## A {#same}\n\nThe first.\n\n## B {#same}\n\nThe second.\n';
    assert.deepEqual(await said(book(written), book(written.replace('The second', 'The last'))), ['Defined “B” anew']);
    const keys = (await changesBetween(book(written), book(written.replaceAll('The', 'Any')))).map(({ key }) => key);
    assert.equal(new Set(keys).size, 2);
  });

  it('reads lists, wrapped lines, closing hashes and other bullets as what they say', async () => {
    const one =
      '# Codebook\n\n## Hope {#hope color=amber .x}\n\nThings getting\nbetter.\n\nInclude: a\n\nInclude: b\n\nFurther words.\n\n- one\n- two\n';
    const other =
      '# Codebook\n\n\n##   Hope   {color=Amber #hope   .x}  ##\n\nThings *getting* better.\n\nInclude:\n\n* a\n* b\n\nFurther\nwords.\n\n* one\n* two\n';
    assert.deepEqual(await said(book(one), book(other)), []);
    assert.deepEqual(await said(book(one), book(one.replace('Further words', 'Other words'))), [
      'Changed the text below “Hope”',
    ]);
    assert.deepEqual(await said(book(one), book(one.replace('- two', '- three'))), ['Changed the text below “Hope”']);
  });

  it('finds the few that moved', async () => {
    const codes = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
    const of = (all: readonly string[]): Files =>
      book(`# Codebook\n\n## T {.theme}\n\n${all.map(code => `### ${code}\n`).join('\n')}`);
    assert.deepEqual(await said(of(codes), of(['G', 'A', 'B', 'C', 'D', 'E', 'F'])), [
      'Moved “G” to the beginning of “T”',
    ]);
    assert.deepEqual(await said(of(codes), of(['B', 'C', 'A', 'D', 'G', 'E', 'F'])), [
      'Moved “A” behind “C”',
      'Moved “G” behind “D”',
    ]);
    assert.equal((await said(of(codes), of([...codes].reverse()))).length, 6);
    assert.deepEqual(await said(of(codes), of(['A', 'B', 'D', 'E', 'F', 'G', 'New'])), [
      'Removed the code “C”',
      'Added the code “New” to “T”',
    ]);
  });

  it('tells a theme that goes with its codes from one whose codes go elsewhere', async () => {
    const one = '# Codebook\n\n## T {.theme}\n\n### U {.theme}\n\n#### A\n\n#### B\n\n## V {.theme}\n';
    assert.deepEqual(await said(book(one), book('# Codebook\n\n## T {.theme}\n\n### A\n\n### B\n\n## V {.theme}\n')), [
      'Removed the theme “U”',
    ]);
    assert.deepEqual(await said(book(one), book('# Codebook\n\n## T {.theme}\n\n### A\n\n## V {.theme}\n\n### B\n')), [
      'Removed the theme “U”',
      'Moved “B” from “U” to “V”',
    ]);
    assert.deepEqual(await said(book(one), book('# Codebook\n\n## T {.theme}\n\n## V {.theme}\n')), [
      'Removed the theme “U”',
      'Removed the code “A”',
      'Removed the code “B”',
    ]);
  });

  it('is not troubled by headings that are nested by parent=, however deep', async () => {
    const deep = (last: string): Files =>
      book(
        `# Codebook\n\n${Array.from({ length: 3000 }, (_, i) => `## C${i}${i === 0 ? '' : ` {parent=c${i - 1}}`}\n`).join('\n')}\n${last}\n`,
      );
    assert.deepEqual(await said(deep('x'), deep('y')), ['Defined “C2999” anew']);
  }).timeout(20_000);
});
