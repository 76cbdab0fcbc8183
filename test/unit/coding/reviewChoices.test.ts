import assert from 'node:assert/strict';
import { countOutcomes, inDoubt } from '../../../src/core/analysis/outcomes.js';
import { seenNow } from '../../../src/core/analysis/reviewedTranscript.js';
import { EMPTY_HISTORY, record as recordAction, redo, undo } from '../../../src/core/coding/history.js';
import { formatRecord } from '../../../src/core/coding/line.js';
import { keepAsOrphan, removeReviewed, reviewAgain, takePlaces } from '../../../src/core/coding/reviewChoices.js';
import type { SeenRecord } from '../../../src/core/coding/seenRecord.js';
import { placeProblems } from '../../../src/core/study/problems.js';
import type { Study } from '../../../src/core/study/study.js';
import type { FileEdit } from '../../../src/core/text/lineEdit.js';
import {
  EA_NOTES,
  EA_ONE,
  EA_TWO,
  edit,
  linesOf,
  made,
  ONE,
  reviewStudy,
  TEXT_ONE,
  TEXT_TWO,
  TWO,
} from '../support/reviewStudy.js';
import type { VersionedStore } from '../support/versionedStore.js';

const NOTES_TWO = 'codings/EA/transcripts/pp-02.reading.ndjson';
const PATHS = [EA_ONE, EA_TWO, EA_NOTES, NOTES_TWO];

function seenIn(study: Study, id: string): SeenRecord {
  const coding = study.index.find(id);
  const note = study.readings.find(id);
  const entry = coding?.coding ?? note?.note;
  const path = coding?.file.path ?? note?.file.path;
  assert.ok(entry && path !== undefined);
  return { path, id, line: formatRecord(entry) };
}

/** The transcript as it is now, and where words stand in it. */
async function place(study: Study, path: string, words: string) {
  const seen = await seenNow(study, path);
  assert.ok(seen);
  assert.ok(seen.points.text.includes(words));
  const start = seen.points.fromUtf16(seen.points.text.indexOf(words));
  return { seen, span: { start, end: start + [...words].length } };
}

const filesOf = (store: VersionedStore): (string | undefined)[] => PATHS.map(path => store.text(path));

/** Takes an action back and does it again; every byte must follow. */
async function undoAndRedo(
  store: VersionedStore,
  study: Study,
  before: (string | undefined)[],
  edits: readonly FileEdit[],
) {
  const after = filesOf(store);
  const undone = await undo(study, recordAction(EMPTY_HISTORY, { title: '', edits }));
  assert.deepEqual(filesOf(store), before);
  assert.ok(undone);
  await redo(study, undone.history);
  assert.deepEqual(filesOf(store), after);
}

async function opened() {
  const both = await reviewStudy();
  await edit(both, ONE, text => text.replace('frightened of the corridor', 'afraid of that long corridor'));
  return both;
}

describe('choosing a place for a passage', () => {
  it('gives the coding today’s words, place, neighbours and version, so that it is exact from then on', async () => {
    const { store, study } = await opened();
    const before = filesOf(store);
    const { seen, span } = await place(study, ONE, 'afraid of that long corridor');
    const edits = await takePlaces(study, seen, [{ record: seenIn(study, 'corridor00'), span }]);
    const coding = study.index.find('corridor00')?.coding;
    assert.deepEqual(
      [coding?.quote, coding?.at, coding?.base, coding?.created],
      ['afraid of that long corridor', [span.start, span.end], seen.base, '2026-03-02T10:03:11Z'],
    );
    assert.equal((await study.anchors(ONE))?.resolve(coding ?? made('', '')).outcome, 'exact');
    await undoAndRedo(store, study, before, edits);
  });

  it('also where words and place are as they were but the version is not', async () => {
    const { study } = await opened();
    const { seen, span } = await place(study, ONE, 'I had been a patient');
    const [edit] = await takePlaces(study, seen, [{ record: seenIn(study, 'corridor00'), span }]);
    assert.equal(edit?.edits.length ?? 0, 1);
  });

  it('leaves the lines where they stand, several at once as one change', async () => {
    const { store, study } = await opened();
    const before = filesOf(store);
    const { seen, span } = await place(study, ONE, 'People watch your pen');
    const other = await place(study, ONE, 'That was the moment');
    const places = [
      { record: seenIn(study, 'corridor00'), span },
      { record: seenIn(study, 'kitchen000'), span: other.span },
    ];
    const edits = await takePlaces(study, seen, places);
    const ids = (store.text(EA_ONE) ?? '')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line).id);
    assert.deepEqual(ids, ['corridor00', 'kitchen000', 'pen0000000']);
    await undoAndRedo(store, study, before, edits);
  });

  it('takes it to the same coder’s file of another transcript, in one step', async () => {
    const { store, study } = await opened();
    const before = filesOf(store);
    const { seen, span } = await place(study, TWO, 'the room is cold');
    const edits = await takePlaces(study, seen, [{ record: seenIn(study, 'corridor00'), span }]);
    assert.deepEqual(
      edits.map(({ path }) => path),
      [EA_TWO, EA_ONE],
    );
    const found = study.index.find('corridor00');
    assert.deepEqual(
      [found?.file.path, found?.coding.quote, found?.coding.base],
      [EA_TWO, 'the room is cold', seen.base],
    );
    assert.doesNotMatch(store.text(EA_ONE) ?? '', /corridor00/);
    await undoAndRedo(store, study, before, edits);
  });

  it('leaves it in its file where the transcript was renamed and its codings were left behind', async () => {
    const both = await reviewStudy();
    const { store, study } = both;
    const now = 'transcripts/pp-09.md';
    store.put(ONE, undefined);
    store.put(now, TEXT_ONE);
    await study.refresh();
    await study.followRenames();
    assert.equal(study.transcriptOf(EA_ONE), now);
    await edit(both, now, text => text.replace('frightened of the corridor', 'afraid of that long corridor'));
    const { seen, span } = await place(study, now, 'afraid of that long corridor');
    const edits = await takePlaces(study, seen, [{ record: seenIn(study, 'corridor00'), span }]);
    assert.deepEqual(
      edits.map(({ path }) => path),
      [EA_ONE],
    );
    assert.equal(study.index.find('corridor00')?.coding.quote, 'afraid of that long corridor');
  });

  it('takes notes to another transcript as well', async () => {
    const { store, study } = await opened();
    const before = filesOf(store);
    const record = seenIn(study, 'note000000');
    const { seen, span } = await place(study, TWO, 'the room is cold');
    const edits = await takePlaces(study, seen, [{ record, span }]);
    assert.equal(study.readings.find('note000000')?.file.path, NOTES_TWO);
    await undoAndRedo(store, study, before, edits);
  });

  it('is refused where the passage has this code by this coder already, wherever that coding’s line says it is', async () => {
    const { store, study } = await opened();
    await edit({ store, study }, ONE, text => `A line before.\n\n${text}`);
    const before = filesOf(store);
    const { seen, span } = await place(study, ONE, 'never write in it while somebody speaks');
    const choice = takePlaces(study, seen, [{ record: seenIn(study, 'corridor00'), span }]);
    await assert.rejects(choice, /has the code “Hope” already/);
    assert.deepEqual(filesOf(store), before);
  });

  it('is refused where somebody changed or removed the coding meanwhile, and nothing is written', async () => {
    const { store, study } = await opened();
    const { seen, span } = await place(study, ONE, 'afraid of that long corridor');
    const record = seenIn(study, 'corridor00');
    const other = made('frightened of the corridor', 'corridor00', { memo: 'mine' });
    for (const [now, message] of [
      [linesOf(other), /changed it meanwhile/],
      ['', /removed meanwhile/],
    ] as const) {
      store.put(EA_ONE, now);
      const before = filesOf(store);
      await assert.rejects(takePlaces(study, seen, [{ record, span }]), message);
      await assert.rejects(keepAsOrphan(study, record), message);
      await assert.rejects(removeReviewed(study, record), message);
      const elsewhere = await place(study, TWO, 'the room is cold');
      await assert.rejects(takePlaces(study, elsewhere.seen, [{ record, span: elsewhere.span }]), message);
      assert.deepEqual(filesOf(store), before);
    }
  });

  it('leaves nothing in the other transcript’s file where taking it away here fails', async () => {
    const { store, study } = await opened();
    const before = filesOf(store);
    const { seen, span } = await place(study, TWO, 'the room is cold');
    const record = seenIn(study, 'corridor00');
    store.afterReplace = () => {
      store.unreadable.add(EA_ONE);
    };
    await assert.rejects(takePlaces(study, seen, [{ record, span }]));
    store.unreadable.clear();
    assert.deepEqual(filesOf(store), before);
  });
});

describe('keeping a passage without a place', () => {
  it('is one key in the record, between memo and time; it is no problem and not in doubt any more', async () => {
    const { store, study } = await reviewStudy();
    await edit({ store, study }, ONE, text =>
      text.replace(' When they asked me I was frightened of the corridor.', ''),
    );
    const doubt = async (): Promise<number> =>
      inDoubt(countOutcomes(study.index.filesOf(ONE), await study.anchors(ONE)));
    assert.deepEqual([await doubt(), (await placeProblems(study, ONE)).length], [1, 1]);
    const before = filesOf(store);
    const edits = await keepAsOrphan(study, seenIn(study, 'corridor00'));
    assert.deepEqual([await doubt(), (await placeProblems(study, ONE)).length], [0, 0]);
    const line = (store.text(EA_ONE) ?? '').split('\n').find(one => one.includes('corridor00')) ?? '';
    assert.deepEqual(Object.keys(JSON.parse(line)), [
      'code',
      'quote',
      'at',
      'context',
      'base',
      'orphan',
      'created',
      'id',
    ]);
    assert.match(line, /"orphan": "2026-03-02T10:03:11Z", "created"/);
    await undoAndRedo(store, study, before, edits);
    // Its words are back: it is where it was.
    await edit({ store, study }, ONE, () => TEXT_ONE);
    const counts = countOutcomes(study.index.filesOf(ONE), await study.anchors(ONE));
    assert.deepEqual([counts.exact, counts.settled], [3, 0]);
  });

  it('is taken back by a word, and by taking a place', async () => {
    const { store, study } = await opened();
    const before = store.text(EA_ONE);
    await keepAsOrphan(study, seenIn(study, 'corridor00'));
    await reviewAgain(study, seenIn(study, 'corridor00'));
    assert.equal(store.text(EA_ONE), before);
    await keepAsOrphan(study, seenIn(study, 'corridor00'));
    const { seen, span } = await place(study, ONE, 'afraid of that long corridor');
    await takePlaces(study, seen, [{ record: seenIn(study, 'corridor00'), span }]);
    assert.equal(study.index.find('corridor00')?.coding.orphan, undefined);
  });
});

describe('removing a passage that was reviewed', () => {
  it('takes its line away, and undo brings it back', async () => {
    const { store, study } = await opened();
    for (const id of ['corridor00', 'note000000']) {
      const before = filesOf(store);
      const edits = await removeReviewed(study, seenIn(study, id));
      assert.equal(study.index.has(id) || study.readings.has(id), false);
      await undoAndRedo(store, study, before, edits);
    }
    assert.equal(store.text(TWO), TEXT_TWO);
  });
});
