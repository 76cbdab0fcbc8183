import assert from 'node:assert/strict';
import { compareStates } from '../../../src/core/review/compare.js';
import { describeChange } from '../../../src/core/review/sentence.js';
import { StudyState } from '../../../src/core/review/studyState.js';
import { A, B, BOOK, coded, EA, lines, PP, said, study, TEXT } from './support/corner.js';
import { changesBetween, snapshotOf } from './support/snapshot.js';

describe('transcripts in corners', () => {
  it('says nothing of line ends, a byte order mark and how a text is wrapped', async () => {
    const codings = { [EA]: lines(coded('it got better', A)) };
    const wrapped = `\ufeff${TEXT.replace('better, and', 'better,\nand')}\n\n`.replaceAll('\n', '\r\n');
    assert.deepEqual(await said(study(codings), study({ ...codings, [PP]: wrapped })), []);
    assert.deepEqual(await said(study(), study({ [PP]: TEXT.replace('better,', 'better –') })), [
      'pp-03 was edited: only marks and punctuation',
    ]);
  });

  it('counts words where a whole text is another one', async () => {
    const many = (word: string): string => Array.from({ length: 300 }, (_, i) => `${word}${i}.`).join('\n\n');
    assert.deepEqual(await said(study({ [PP]: many('a') }), study({ [PP]: many('b') })), [
      'pp-03 was edited: 300 words went, 300 came',
    ]);
    const spread = (name: string): string =>
      Array.from({ length: 300 }, (_, i) => `So ${name} said ${i} things.`).join('\n\n');
    assert.deepEqual(await said(study({ [PP]: spread('Maria') }), study({ [PP]: spread('NN') })), [
      'pp-03 was edited: 300 words went, 300 came',
    ]);
  });

  it('knows a transcript again whose codings were left behind, and where these changed', async () => {
    const to = 'transcripts/pp-3.md';
    const before = study({ [EA]: lines(coded('it got better', A)) });
    const { [PP]: _, ...others } = before;
    assert.deepEqual(await said(before, { ...others, [to]: TEXT }), ['Renamed the transcript pp-03 to pp-3']);
    const changes = await changesBetween(before, {
      ...others,
      [to]: TEXT,
      [EA]: lines(coded('it got better', A, { memo: 'x' })),
    });
    assert.deepEqual(
      changes.map(({ transcript }) => transcript),
      [to, to],
    );
    const state = new StudyState(snapshotOf({ ...others, [to]: TEXT }));
    assert.deepEqual(
      (await state.codings(to)).map(({ path, transcript }) => [path, transcript]),
      [[EA, to]],
    );
  });

  it('takes none of two copies for the one that is gone', async () => {
    const { [PP]: _, ...others } = study();
    const copies = { ...others, 'transcripts/a.md': TEXT, 'transcripts/b.md': TEXT };
    const expected = ['Added the transcript a', 'Added the transcript b', 'Removed the transcript pp-03'];
    assert.deepEqual((await said(study(), copies)).sort(), expected);
  });

  it('neither adds nor removes transcripts that a study keeps out of git', async () => {
    const working = new StudyState(
      snapshotOf(study({ [EA]: lines(coded('it got better', A), coded('first year', B)) })),
    );
    const commit = { id: '1'.repeat(40), parents: [], author: 'EA', date: '', subject: '', body: '' };
    const { [PP]: _, ...kept } = study({ [EA]: lines(coded('it got better', A)) });
    const saved = new StudyState(snapshotOf(kept, [], { is: 'commit', commit, name: 'main' }));
    const { changes } = await compareStates(saved, working);
    assert.deepEqual(
      changes.map(change => describeChange(change).text),
      ['EA coded with “Hope”'],
    );
    const moved = { 'codebook.md': BOOK, 'codings/EA/transcripts/pp-3.jsonl': kept[EA] as string };
    const later = new StudyState(snapshotOf(moved, [], { is: 'commit', commit, name: 'later' }));
    assert.deepEqual((await compareStates(saved, later)).changes, []);
  });

  it('leaves files alone that Verbatim does not read', async () => {
    const before = study({ 'README.md': 'a', 'paper.md': 'b', 'codings/EA/notes.ndjson': 'c', '.github/x.md': 'd' });
    const after = study({ 'README.md': 'e', 'paper.md': 'f', 'codings/EA/notes.ndjson': 'g', '.github/x.md': 'h' });
    assert.deepEqual(await said(before, after), []);
  });
});
