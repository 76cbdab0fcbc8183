import assert from 'node:assert/strict';
import { progressOf } from '../../../src/core/analysis/coderFigures.js';
import { transcriptReport } from '../../../src/core/analysis/transcriptReport.js';
import { codePassage } from '../../../src/core/coding/actions.js';
import { memosOfTranscript } from '../../../src/core/memos/mentioning.js';
import { targetOf } from '../../../src/core/memos/target.js';
import { setReadingState, stateOf } from '../../../src/core/reading/setState.js';
import { lostProblems, movesFor } from '../../../src/core/renames/problems.js';
import type { Study } from '../../../src/core/study/study.js';
import { encodeUtf8 } from '../../../src/core/text/utf8.js';
import { MemoryStore } from '../support/memoryStore.js';
import { open } from './support.js';
import { codingIn, codingsOf, edited, interview } from './texts.js';

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

  it('goes back to its files when the old transcript comes back, as after a checkout, and forth again', async () => {
    const { study, store, follow } = await open(renamed());
    await follow();
    const events: string[][] = [];
    study.onDidChange(({ paths }) => events.push([...paths].sort()));
    store.put(OLD, TEXT);
    store.put(NEW, undefined);
    await follow();
    assert.deepEqual([shownAt(study, OLD), shownAt(study, NEW)], [[EA, NOTES, MB], []]);
    assert.deepEqual(events, [[EA, NOTES, MB, NEW, OLD].sort()]);
    assert.deepEqual(rules(study), []);
    store.put(OLD, undefined);
    store.put(NEW, TEXT);
    await follow();
    assert.deepEqual(shownAt(study, NEW), [EA, NOTES, MB]);
    assert.deepEqual(events.at(-1), [EA, NOTES, MB, NEW, OLD].sort());
  });

  it('is reported as gone again when it is, and its codings stay', async () => {
    const { study, store, follow } = await open(renamed());
    await follow();
    store.put(NEW, undefined);
    await follow();
    assert.deepEqual([...new Set(rules(study))], ['missing-transcript']);
    assert.deepEqual(shownAt(study, OLD), [EA, NOTES, MB]);
    assert.ok(study.transcriptPaths().includes(OLD));
  });

  it('is followed from one path to the next', async () => {
    const { study, store, follow } = await open(renamed());
    await follow();
    store.put(NEW, undefined);
    store.put('transcripts/third.md', edited(TEXT, 20));
    await follow();
    assert.deepEqual(shownAt(study, 'transcripts/third.md'), [EA, NOTES, MB]);
  });

  it('stays known while it is edited beyond recognition, and when a coder codes on', async () => {
    const { study, store, follow } = await open(renamed());
    await follow();
    store.put(NEW, interview(77));
    store.put(MB, codingsOf(TEXT, 'mb', 4));
    await follow();
    assert.deepEqual(shownAt(study, NEW), [EA, NOTES, MB]);
    assert.equal(study.index.file(MB)?.codings.length, 4);
  });

  it('takes in what a colleague coded under the old path, merged in later', async () => {
    const { study, store, follow } = await open(renamed(edited(TEXT, 15)));
    await follow();
    store.put('codings/Cy/transcripts/pp-03.jsonl', codingsOf(interview(9), 'cy', 1));
    await follow();
    assert.ok(shownAt(study, NEW).includes('codings/Cy/transcripts/pp-03.jsonl'));
  });

  it('is offered, and not chosen, where a copy is there as well', async () => {
    const { study, follow } = await open({ ...renamed(), 'transcripts/copy.md': TEXT });
    await follow();
    assert.deepEqual(shownAt(study, NEW), []);
    const [problem] = lostProblems(study);
    assert.equal(problem?.rule, 'missing-transcript');
    assert.match(
      problem?.message ?? '',
      /It may be transcripts\/copy\.md or transcripts\/interview 03 – Ä希望\.md now\.$/,
    );
    assert.deepEqual(
      movesFor(problem ?? assert.fail()).map(({ to }) => to),
      ['transcripts/copy.md', NEW],
    );
  });

  it('is offered where half of it is here and half there', async () => {
    const turns = TEXT.split('\n\n');
    const { study, follow } = await open({
      ...renamed(turns.slice(0, 5).join('\n\n')),
      'transcripts/rest.md': turns.slice(5).join('\n\n'),
    });
    await follow();
    assert.deepEqual([shownAt(study, NEW), study.renames.offersFor(OLD).length], [[], 2]);
  });

  it('is gone where nothing is like it, and a paper that quotes it is no transcript', async () => {
    const gone = renamed();
    delete gone[NEW];
    const { study, store, follow } = await open(gone);
    await follow();
    assert.deepEqual(study.renames.offersFor(OLD), []);
    const quotes = (study.index.file(EA)?.codings ?? []).map(({ quote }) => `They said: “${quote}”.`);
    store.put('transcripts/summary.md', `# What we found\n\n${quotes.join('\n\nThen again:\n\n')}\n`);
    await follow();
    assert.deepEqual([...new Set(rules(study))], ['missing-transcript']);
    // A word that anybody says is no evidence either.
    store.put(EA, `${JSON.stringify({ ...codingIn(TEXT, 20, 3, 'x'), quote: 'yes', context: ['', ''], base: '0' })}\n`);
    store.put(MB, undefined);
    store.put('transcripts/summary.md', 'yes, yes, yes');
    await follow();
    assert.deepEqual(shownAt(study, 'transcripts/summary.md'), []);
  });

  it('has no state of its own to be found by, and follows the codings', async () => {
    const { study, store, follow } = await open(renamed());
    for (const path of [EA, MB]) store.put(path, undefined);
    await follow();
    assert.deepEqual(rules(study), ['missing-transcript']);
    store.put(EA, codingsOf(TEXT, 'ea'));
    await follow();
    assert.deepEqual(shownAt(study, NEW), [EA, NOTES]);
  });

  it('is found where only letter case or the writing of accents differs, without being read', async () => {
    for (const [old, now] of [
      ['codings/EA/transcripts/pp-03.jsonl', 'transcripts/PP-03.md'],
      ['codings/EA/transcripts/a\u0308.jsonl', 'transcripts/ä.md'],
    ] as const) {
      const { study, store } = await open({ ...OTHERS, [now]: interview(50), [old]: codingsOf(TEXT, 'ea') });
      store.readPaths.length = 0;
      await study.followRenames();
      assert.deepEqual(shownAt(study, now), [old]);
      assert.deepEqual(store.readPaths, []);
    }
  });

  it('is noticed as such on a disk that minds no letter case', async () => {
    const store = new MemoryStore({ ...OTHERS, [OLD]: TEXT, [EA]: codingsOf(TEXT, 'ea') });
    store.mindsNoCase = true;
    const { study } = await open({}, store);
    store.put(OLD, undefined);
    store.put('transcripts/PP-03.md', TEXT);
    // The old name still finds the file.
    await study.reload([OLD]);
    await study.reload(['transcripts/PP-03.md']);
    assert.deepEqual([study.exists(OLD), study.exists('transcripts/PP-03.md')], [false, true]);
    await study.followRenames();
    assert.deepEqual(shownAt(study, 'transcripts/PP-03.md'), [EA]);
  });

  it('is found by what git stores where the disk has other line ends', async () => {
    const { study, follow } = await open(renamed(TEXT.replaceAll('\n', '\r\n')));
    await follow();
    assert.deepEqual(shownAt(study, NEW), [EA, NOTES, MB]);
  });

  it('is searched for among those that can be read', async () => {
    const store = new MemoryStore(renamed());
    store.unreadable.add('transcripts/np-01.md');
    const { study } = await open({}, store);
    await study.followRenames();
    assert.deepEqual(shownAt(study, NEW), [EA, NOTES, MB]);
  });

  it('is told by its old text where git has it, though hardly anything is coded', async () => {
    const store = new MemoryStore({ ...renamed(edited(TEXT, 6)), [EA]: '', [NOTES]: '' });
    const short = { ...codingIn(TEXT, 20, 4, 'a'), context: ['', ''] };
    store.put(MB, `${JSON.stringify(short)}\n`);
    const { study } = await open({}, store);
    await study.followRenames();
    assert.deepEqual(shownAt(study, NEW), []);
    const withGit = Object.assign(store, {
      gitVersion: async (base: string) => (base === short.base ? encodeUtf8(TEXT) : undefined),
    });
    const again = await open({}, withGit);
    await again.study.followRenames();
    assert.ok(shownAt(again.study, NEW).includes(MB));
  });
});

describe('coders whose folders disagree about a renamed transcript', () => {
  const MOVED = 'codings/EA/transcripts/interview 03 – Ä希望.jsonl';

  it('are all shown, whoever has moved along', async () => {
    const files = renamed();
    files[MOVED] = files[EA] ?? '';
    delete files[EA];
    const { study, follow } = await open(files);
    await follow();
    assert.deepEqual(shownAt(study, NEW), [MOVED, NOTES, MB].sort());
  });

  it('are shown each by what they coded where two versions have become two transcripts', async () => {
    const edit = edited(TEXT, 4);
    const { study, follow } = await open({
      ...renamed(),
      'transcripts/clean.md': edit,
      [MB]: codingsOf(edit, 'mb', 3),
      [NOTES]: '{"state": "done"}\n',
    });
    await follow();
    assert.deepEqual([shownAt(study, NEW), shownAt(study, 'transcripts/clean.md')], [[EA], [MB]]);
    assert.deepEqual(rules(study).sort(), ['missing-transcript', 'transcript-renamed', 'transcript-renamed']);
    assert.equal(study.renames.nowAt(OLD), undefined);
  });

  it('count with both files where one coder has two, and no passage is coded twice', async () => {
    const { study, store, follow } = await open({
      ...renamed(),
      [MOVED]: codingsOf(TEXT, 'new', 2),
      [MOVED.replace('.jsonl', '.reading.ndjson')]: '{"state": "read"}\n',
    });
    await follow();
    assert.equal(study.coderFiles.codings('EA', NEW).length, 7);
    assert.equal(study.coderFiles.codingPath('EA', NEW), MOVED);
    assert.equal(progressOf(study, 'EA', NEW).codings, 7);
    const row = (await transcriptReport(study)).find(({ path }) => path === NEW);
    assert.deepEqual(
      [...(row?.coders ?? [])],
      [
        ['EA', 7],
        ['MB', 3],
      ],
    );
    const { points, base } = (await study.transcripts.get(NEW)) ?? assert.fail();
    const [first] = study.index.file(EA)?.codings ?? [];
    const [start, end] = first?.at ?? assert.fail();
    const done = await codePassage(study, { transcript: NEW, points, base, span: { start, end } }, 'EA', [
      { id: 'hope' },
    ]);
    assert.deepEqual(done.codings, []);
    await setReadingState(study, 'EA', [NEW], 'coded');
    assert.equal(stateOf(study, 'EA', NEW), 'coded');
    assert.equal(store.text(NOTES), '{"state": "done"}\n');
  });
});

describe('links in memos to a renamed transcript', () => {
  it('lead to where it is now', async () => {
    const { study, follow } = await open({ ...renamed(), 'memos/a.md': 'As [[pp-03]] says.' });
    await follow();
    for (const name of ['pp-03', 'pp-03.md', 'transcripts/pp-03'])
      assert.deepEqual(targetOf(study, { kind: 'name', name }), { kind: 'transcript', path: NEW });
    assert.equal(targetOf(study, { kind: 'name', name: 'pp-04' }), undefined);
    const mentioning = await memosOfTranscript(study, NEW);
    assert.deepEqual(
      mentioning.map(({ memo }) => memo.path),
      ['memos/a.md'],
    );
  });
});
