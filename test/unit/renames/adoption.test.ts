import assert from 'node:assert/strict';
import { codePassage } from '../../../src/core/coding/actions.js';
import { lostProblems } from '../../../src/core/renames/problems.js';
import type { Study } from '../../../src/core/study/study.js';
import { codingsOf, edited, interview, open } from './support.js';

const OLD = 'transcripts/pp-03.md';
const NEW = 'transcripts/interview 03 – Ä希望.md';
const EA = 'codings/EA/transcripts/pp-03.jsonl';
const MB = 'codings/MB/transcripts/pp-03.jsonl';
const NOTES = 'codings/EA/transcripts/pp-03.reading.ndjson';
const CODEBOOK = '# Codebook\n\n## Hope {#hope}\n';
const TEXT = interview(3);
const OTHERS = { 'transcripts/np-01.md': interview(4), 'transcripts/np-02.md': interview(5) };

/** A study of which a transcript was coded by two and then renamed. */
const renamed = (now = TEXT, path = NEW): Record<string, string> => ({
  'codebook.md': CODEBOOK,
  ...OTHERS,
  [path]: now,
  [EA]: codingsOf(TEXT, 'ea'),
  [MB]: codingsOf(TEXT, 'mb', 3),
  [NOTES]: '{"state": "done"}\n',
});

const shownAt = (study: Study, path: string): string[] =>
  [...study.index.filesOf(path), ...study.readings.filesOf(path)].map(file => file.path).sort();
const rules = (study: Study): string[] => lostProblems(study).map(({ rule }) => rule);

describe('a transcript that was renamed elsewhere', () => {
  it('shows its codings where it is now, by its content, without anything being written', async () => {
    const { study, store } = await open(renamed());
    assert.deepEqual(shownAt(study, NEW), []);
    await study.followRenames();
    assert.deepEqual(shownAt(study, NEW), [EA, NOTES, MB]);
    assert.deepEqual(study.transcriptPaths(), [NEW, ...Object.keys(OTHERS)]);
    assert.deepEqual([...new Set(rules(study))], ['transcript-renamed']);
    assert.ok(lostProblems(study).every(({ severity }) => severity === 'info'));
    assert.deepEqual([store.calls.replace, store.calls.move], [0, 0]);
  });

  it('is not searched for as long as none is gone, and each file is read once', async () => {
    const { store, study } = await open({ ...renamed(), [OLD]: TEXT });
    store.readPaths.length = 0;
    await study.followRenames();
    assert.deepEqual(store.readPaths, []);
    store.put(OLD, undefined);
    await study.refresh();
    await study.followRenames();
    // Those nobody of its coders has coded come first, and one of them has the very content.
    assert.deepEqual(store.readPaths, [NEW, ...Object.keys(OTHERS)]);
    await study.followRenames();
    await study.refresh();
    await study.followRenames();
    assert.equal(store.readPaths.length, 3);
  });

  it('is found by the words of its codings where it was edited as well', async () => {
    const { study, store } = await open(renamed(edited(TEXT, 12)));
    await study.followRenames();
    assert.deepEqual(shownAt(study, NEW), [EA, NOTES, MB]);
    assert.equal(store.readPaths.filter(path => path === NEW).length, 1);
  });

  it('gets new codings into the files it has', async () => {
    const { study, store } = await open(renamed());
    await study.followRenames();
    const { points, base } = (await study.transcripts.get(NEW)) ?? assert.fail();
    const { codings } = await codePassage(study, { transcript: NEW, points, base, span: { start: 9, end: 19 } }, 'MB', [
      { id: 'hope' },
    ]);
    assert.ok(store.text(MB)?.includes(codings[0]?.id ?? '?'));
    assert.deepEqual(shownAt(study, NEW), [EA, NOTES, MB]);
    await codePassage(study, { transcript: NEW, points, base, span: { start: 9, end: 19 } }, 'Cy', [{ id: 'hope' }]);
    assert.ok(store.text('codings/Cy/transcripts/interview 03 – Ä希望.jsonl'));
  });
});
