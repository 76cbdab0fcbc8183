import assert from 'node:assert/strict';
import type { Coding } from '../../../src/core/coding/coding.js';
import { coding } from '../support/coding.js';
import { A, B, BOOK, coded, EA, lines, MB, PP, said, study, TEXT } from './support/corner.js';
import { changesBetween, type Files } from './support/snapshot.js';

describe('codings in corners', () => {
  it('tells the same words elsewhere from the same passage', async () => {
    const before = study({ [EA]: lines(coded('it got better', A)) });
    const again = lines(coded('got better', A, {}, TEXT, 1));
    assert.deepEqual(await said(study({ [EA]: lines(coded('got better', A)) }), study({ [EA]: again })), [
      'EA moved a passage of “Hope” to other words',
    ]);
    const later = `**INT:** Hello.\n\n${TEXT}`;
    const found = lines(coded('it got better', A, {}, later));
    assert.deepEqual(await said(before, study({ [EA]: found, [PP]: later })), [
      'pp-03 was edited: 2 words came',
      '“Hope” of EA was anchored anew; its passage is the same',
    ]);
    // The version that was coded is in no state, but git has it.
    assert.deepEqual(
      await said(study({ [EA]: lines(coded('it got better', A)), [PP]: later }), study({ [EA]: found, [PP]: later }), [
        TEXT,
      ]),
      ['“Hope” of EA was anchored anew; its passage is the same'],
    );
  });

  it('goes by the words where no version is known', async () => {
    const place = (quote: string, base: string | undefined): Coding => {
      const { base: _, ...rest } = coding({ id: A, quote, at: [5, 5 + quote.length] });
      return base === undefined ? rest : { ...rest, base };
    };
    const from = { [EA]: lines(place('it got better', '000000000000')), 'codebook.md': BOOK };
    const to = (quote: string, base?: string): Files => ({ [EA]: lines(place(quote, base)), 'codebook.md': BOOK });
    const bounds = 'EA extended the passage of “Hope” by 1 word';
    assert.deepEqual(await said(from, to('it got better', '111111111111')), [
      '“Hope” of EA was anchored anew; its passage is the same',
    ]);
    assert.deepEqual(await said(from, to('it got better again', '111111111111')), [bounds]);
    assert.deepEqual(await said(from, to('quite other words here', '111111111111')), [
      'EA moved a passage of “Hope” to other words',
    ]);
    assert.deepEqual(await said(from, to('it got better again')), [bounds]);
  });

  it('never loses or doubles an id that stands more than once', async () => {
    const one = coded('it got better', A);
    const other = coded('first year', A, { code: 'trust' });
    const both = study({ [EA]: lines(one, other) });
    assert.deepEqual(await said(both, study({ [EA]: lines(other, one) })), []);
    assert.deepEqual(await said(both, study({ [EA]: lines(one) })), ['EA removed “Trust” from a passage']);
    assert.deepEqual(await said(both, study({ [EA]: lines(one, { ...other, memo: 'x' }) })), [
      'EA wrote a memo on a passage of “Trust”',
    ]);
    assert.deepEqual(await said(both, study({ [EA]: lines(one), [MB]: lines(other) })), [
      '“Trust” was handed from EA to MB',
    ]);
    const none = await changesBetween(both, study());
    assert.equal(none.length, 2);
    assert.equal(new Set(none.map(({ key }) => key)).size, 2);
  });

  it('hands a whole file over coding by coding', async () => {
    const file = lines(coded('it got better', A), coded('first year', B, { code: 'trust' }));
    assert.deepEqual(await said(study({ [EA]: file }), study({ [MB]: file })), [
      '“Trust” was handed from EA to MB',
      '“Hope” was handed from EA to MB',
    ]);
  });

  it('tells lines that cannot be read, and nothing of what stands around them', async () => {
    const one = lines(coded('it got better', A));
    const merge = `<<<<<<< HEAD\n${one}=======\n>>>>>>> other\n`;
    assert.deepEqual(await said(study({ [EA]: one }), study({ [EA]: merge })), [
      `3 lines that cannot be read came into ${EA}`,
    ]);
    assert.deepEqual(await said(study({ [EA]: merge }), study({ [EA]: one })), [
      `3 lines that cannot be read went from ${EA}`,
    ]);
    const broken = study({ [EA]: `${one}{"code": "hope"\n` });
    assert.deepEqual(await said(broken, study({ [EA]: `${one}{"code": "trust"\n` })), [
      `1 line that cannot be read went from ${EA}, 1 came`,
    ]);
  });

  it('reads files that are no UTF-8 as far as they can be read', async () => {
    const bytes = (text: string): Uint8Array => Buffer.from(text.replaceAll('¤', '\xff\xfe'), 'latin1');
    const line = (memo: string): string =>
      `{"code": "hope", "quote": "x¤", "at": [1, 2], "memo": "${memo}", "id": "${A}"}\n`;
    const before = study({ [EA]: bytes(line('¤')), 'codings/EA/transcripts/bin.jsonl': bytes('\0¤\0\n') });
    assert.deepEqual(await said(before, { ...before, [EA]: bytes(line('¤ and more')) }), [
      'EA changed the memo on a passage of “Hope”',
    ]);
    assert.deepEqual(await said(before, { ...before, 'codings/EA/transcripts/bin.jsonl': bytes('\0¤¤\0\n') }), [
      '1 line that cannot be read went from codings/EA/transcripts/bin.jsonl, 1 came',
    ]);
  });

  it('compares the code with what it goes by on either side', async () => {
    const own = '# Codebook\n\n## Living {#living formerly=hope}\n\nThings getting better.\n\n## Trust {#trust}\n';
    const to = (code: string): Files => study({ [EA]: lines(coded('it got better', A, { code })), 'codebook.md': own });
    const before = study({ [EA]: lines(coded('it got better', A)) });
    const renamed = ['Renamed “Hope” to “Living”', 'Changed the id of “Living” from hope to living'];
    assert.deepEqual(await said(before, to('hope')), renamed);
    assert.deepEqual(await said(before, to('living')), renamed);
    assert.deepEqual(await said(before, to('trust')), [...renamed, 'EA gave “Trust” instead of “Hope”']);
    // A code that no codebook knows goes by its id.
    const unknown = study({ [EA]: lines(coded('it got better', A, { code: 'joy' })) });
    assert.deepEqual(await said(before, unknown), ['EA gave “joy” instead of “Hope”']);
  });
});
