import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codeCounts } from '../../../../src/core/analysis/codeCounts.js';
import { CodedPlaces } from '../../../../src/core/analysis/codedPlaces.js';
import { codersOf } from '../../../../src/core/analysis/coderFigures.js';
import { ElsewhereSearch } from '../../../../src/core/analysis/elsewhere.js';
import { ExcerptReader } from '../../../../src/core/analysis/excerptList.js';
import { ReviewReader } from '../../../../src/core/analysis/reviewList.js';
import { TranscriptFiguresOf } from '../../../../src/core/analysis/transcriptFigures.js';
import { removeCodingsById } from '../../../../src/core/coding/actions.js';
import { formatRecord } from '../../../../src/core/coding/line.js';
import { allThreads } from '../../../../src/core/discussion/threads.js';
import type { StudyGit } from '../../../../src/core/ports.js';
import { compareStates } from '../../../../src/core/review/compare.js';
import { describeChange } from '../../../../src/core/review/sentence.js';
import { gitSnapshot, workingSnapshot } from '../../../../src/core/review/snapshots.js';
import { StudyState } from '../../../../src/core/review/studyState.js';
import { hintsOf } from '../../../../src/core/study/hints/hints.js';
import { studyProblems } from '../../../../src/core/study/problems.js';
import { hideColleagues } from '../../../../src/core/study/seen/colleagues.js';
import type { Hiding } from '../../../../src/core/study/seen/hiding.js';
import { seenStudy } from '../../../../src/core/study/seen/seenStudy.js';
import { Study } from '../../../../src/core/study/study.js';
import { fixedEnvironment } from '../../support/environment.js';
import { EA_ONE, linesOf, made, ONE, reviewStudy, TWO } from '../../support/reviewStudy.js';
import type { VersionedStore } from '../../support/versionedStore.js';

const MB_ONE = 'codings/MB/transcripts/pp-01.jsonl';
const MB_TWO = 'codings/MB/transcripts/pp-02.jsonl';
const MB_NOTES = 'codings/MB/transcripts/pp-01.reading.ndjson';
const MB_TALK = 'codings/MB/discussion.ndjson';
const EA_TALK = 'codings/EA/discussion.ndjson';
const HIDDEN = [MB_ONE, MB_TWO, MB_NOTES];

const talk = (id: string, over: object): string =>
  `${JSON.stringify({ comment: `words ${id}`, created: '2026-05-04T09:12:03Z', ...over, id })}\n`;

/** EA and MB have coded, noted and discussed. */
async function both(): Promise<{ store: VersionedStore; study: Study }> {
  const { store, study } = await reviewStudy();
  const { code: _, ...note } = { ...made('Keep a notebook', 'note0000mb'), memo: 'A note of MB.' };
  store.put(
    MB_ONE,
    linesOf(made('I had been a patient', 'mbcoding00', { memo: 'A memo of MB.' }), made('the room', 'lost000000')),
  );
  store.put(MB_TWO, linesOf(made('a quote that never stood there', 'mbcoding01', { code: 'only-mb' })));
  store.put(MB_NOTES, `{"state": "done", "since": "2026-03-02T10:03:11Z"}\n${formatRecord(note)}\n`);
  store.put(
    MB_TALK,
    talk('onmine0000', { on: 'coding corridor00' }) +
      talk('ontheirs00', { on: 'coding mbcoding00' }) +
      talk('oncode0000', { on: 'code hope' }) +
      talk('reply00000', { reply: 'eaonmine00', created: '2026-05-05T09:12:03Z' }) +
      talk('ongone0000', { on: 'coding nosuchcode' }),
  );
  store.put(
    EA_TALK,
    talk('eaonmine00', { on: 'coding kitchen000' }) +
      talk('eareply000', { reply: 'ontheirs00', created: '2026-05-05T09:12:03Z' }) +
      talk('eareply001', { reply: 'oncode0000', created: '2026-05-05T09:12:03Z' }),
  );
  await study.refresh();
  return { store, study };
}

/** What anybody can learn of the codings of a study. */
async function told(study: Study): Promise<unknown> {
  const codes = study.codebook.entries;
  const reader = new ExcerptReader(study);
  const review = new ReviewReader(study, new ElsewhereSearch(study));
  const figures = new TranscriptFiguresOf(study);
  return {
    counts: [...codeCounts(study)].map(([{ id }, count]) => [id, count]),
    used: [...study.index.usedCodes()].sort(),
    excerpts: await Promise.all(codes.map(entry => reader.read(entry))),
    review: await review.read({ me: 'EA', steps: new Map(), expanded: new Set() }),
    figures: await Promise.all(study.transcriptPaths().map(path => figures.get(path))),
    places: await new CodedPlaces(study).all(),
    coders: codersOf(study),
    problems: studyProblems(study).filter(({ file }) => !file.endsWith('discussion.ndjson')),
    hints: hintsOf(study),
    states: ['EA', 'MB'].map(coder => study.coderFiles.reading(coder, ONE)),
    files: (await study.store.list()).map(({ path }) => path).filter(path => !path.endsWith('discussion.ndjson')),
  };
}

const hideFrom = (me: string | undefined): (() => Hiding) => {
  const hiding = hideColleagues(me);
  return () => hiding;
};

describe('a study as a person sees it who hides colleagues', () => {
  it('says just what it would say without the files of colleagues', async () => {
    const { store, study } = await both();
    const seen = seenStudy(study, hideFrom('EA'));
    const all = JSON.stringify(await told(study));
    const shown = await told(seen);
    for (const path of HIDDEN) store.put(path, undefined);
    const without = new Study(store, fixedEnvironment());
    await without.refresh();
    assert.deepEqual(shown, await told(without));
    for (const secret of ['mbcoding00', 'A memo of MB.', 'I had been a patient'])
      assert.ok(all.includes(secret), secret);
    assert.doesNotMatch(JSON.stringify(shown), /mbcoding|of MB|"MB"|I had been a patient/);
  });

  it('stays true whatever is hidden, written and taken away, in any order', async () => {
    const files = [EA_ONE, MB_ONE, MB_TWO, 'codings/ZZ/transcripts/pp-02.jsonl'];
    const step = fc.oneof(
      fc.record({
        path: fc.constantFrom(...files),
        ids: fc.option(fc.array(fc.constantFrom('a', 'b', 'c')), { nil: undefined }),
      }),
      fc.record({ me: fc.option(fc.constantFrom('EA', 'MB', 'ZZ'), { nil: undefined }), hides: fc.boolean() }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async steps => {
        const { store, study } = await both();
        let hiding: Hiding | undefined;
        const seen = seenStudy(study, () => hiding);
        for (const one of steps) {
          if ('hides' in one) hiding = one.hides ? hideColleagues(one.me) : undefined;
          else {
            store.put(
              one.path,
              one.ids && linesOf(...one.ids.map((id, i) => made('the corridor', id, { code: `c${i}` }))),
            );
            await study.reload([one.path]);
          }
          const model = [...study.index.allFiles()].filter(({ coder }) => hiding === undefined || coder === hiding.me);
          assert.deepEqual(
            [...seen.index.allFiles()].map(({ path }) => path).sort(),
            model.map(({ path }) => path).sort(),
          );
          assert.equal(
            seen.index.size,
            model.reduce((sum, { codings }) => sum + codings.length, 0),
          );
          const ids = model.flatMap(({ codings }) => codings.map(({ id }) => id));
          for (const id of ['a', 'b', 'c', 'corridor00', 'mbcoding00'])
            assert.equal(seen.index.has(id), ids.includes(id));
          if (hiding === undefined) assert.equal(seen.index, study.index);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('knows no colleague where nobody said who is coding: everybody is hidden', async () => {
    const { study } = await both();
    const seen = seenStudy(study, hideFrom(undefined));
    assert.equal(seen.index.size, 0);
    assert.equal(seen.readings.size, 0);
  });

  it('keeps threads about the codebook, and of those about codings only what one said oneself of one’s own', async () => {
    const { study } = await both();
    const seen = seenStudy(study, hideFrom('EA'));
    const shown = allThreads(seen).map(({ comments }) => comments.map(({ comment }) => comment.id));
    assert.deepEqual(shown.sort(), [['eaonmine00'], ['oncode0000', 'eareply001']]);
    // The same codebook has not mixed the two up.
    assert.equal(allThreads(study).length, 5);
  });

  it('shows no hidden coding in any comparison of versions, and does not say what was said of them', async () => {
    const { store, study } = await both();
    const seen = seenStudy(study, hideFrom('EA'));
    const nothing = {
      name: { is: 'index' as const },
      files: new Map(),
      read: async () => undefined,
      version: async () => undefined,
    };
    const sentences = async (of: Study): Promise<string> => {
      const after = new StudyState(await workingSnapshot(of.store));
      const { changes } = await compareStates(new StudyState(nothing), after);
      return changes.map(change => JSON.stringify([describeChange(change), change.key, change.path])).join('\n');
    };
    assert.match(await sentences(study), /mbcoding00/);
    assert.doesNotMatch(await sentences(seen), /mbcoding|of MB|words on/);
    assert.match(await sentences(seen), /corridor00/);
    const commit = {
      id: 'c'.repeat(40),
      parents: [],
      author: 'MB',
      date: '2026-05-05T09:12:03Z',
      subject: 'Coded pp-01: 14',
      body: '',
    };
    const paths = (await store.list()).map(({ path }) => path);
    const git: StudyGit = {
      commit: async () => commit,
      files: async () => new Map(paths.map((path, i) => [path, `${i}`])),
      read: async () => undefined,
      mergeBase: async () => undefined,
      refs: async () => [
        { kind: 'branch', name: 'mb', commit: commit.id, author: 'MB', date: '', subject: 'Coded pp-01' },
      ],
      head: async () => ({ branch: 'main', commit: commit.id, base: undefined }),
      log: async () => [
        { ...commit, files: [{ path: MB_ONE, before: undefined, after: '1' }], madeOn: [], isCutOff: false },
        {
          ...commit,
          subject: 'Mine',
          files: [{ path: EA_ONE, before: undefined, after: '1' }],
          madeOn: [],
          isCutOff: false,
        },
      ],
    };
    Object.assign(store, { git: async () => git });
    const shown = await seen.store.git?.();
    assert.ok(shown);
    const { files } = await gitSnapshot(shown, 'index');
    assert.deepEqual(
      [...files.keys()].filter(path => path.startsWith('codings/MB')),
      [],
    );
    const log = await shown.log(commit.id);
    assert.deepEqual(
      log.map(one => one.files.length),
      [0, 1],
    );
    assert.equal(log[1]?.subject, 'Mine');
    assert.doesNotMatch(JSON.stringify([log, await shown.refs(), await shown.commit('x')]), /Coded pp-01/);
  });

  it('hides by the transcript, too, and follows one that has another path now', async () => {
    const { study } = await both();
    const hiding: Hiding = { key: 'one', me: 'EA', decide: () => (coder, path) => coder !== 'EA' && path === TWO };
    const seen = seenStudy(study, () => hiding);
    assert.ok(seen.index.has('mbcoding00'));
    assert.equal(seen.index.has('mbcoding01'), false);
    const home = study.index.file(MB_TWO);
    assert.ok(home);
    study.index.set({ ...home, transcript: 'transcripts/elsewhere.md' });
    assert.equal(seen.index.has('mbcoding01'), false);
  });

  it('changes all of the study, whichever of the two is asked', async () => {
    const { store, study } = await both();
    const seen = seenStudy(study, hideFrom('EA'));
    const events: unknown[] = [];
    seen.onDidChange(event => events.push(event));
    await removeCodingsById(seen, ['corridor00']);
    assert.equal(study.index.has('corridor00'), false);
    assert.equal(events.length, 1);
    assert.match(store.text(MB_ONE) ?? '', /mbcoding00/);
    await Promise.all([seen.refresh(), study.refresh()]);
    assert.equal(seen.codebook, study.codebook);
  });
});
