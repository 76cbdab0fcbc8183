import assert from 'node:assert/strict';
import { seenNow } from '../../../src/core/analysis/reviewedTranscript.js';
import { codePassages, removeCodingsById } from '../../../src/core/coding/actions.js';
import { moveCodings, setMemo } from '../../../src/core/coding/change.js';
import { formatRecord } from '../../../src/core/coding/line.js';
import { recodeTo } from '../../../src/core/coding/recode.js';
import { keepAsOrphan, takePlaces } from '../../../src/core/coding/reviewChoices.js';
import { assign, assignAlso, NEW_SORTING, type Sorting } from '../../../src/core/coding/sorting.js';
import { splitCode } from '../../../src/core/coding/split.js';
import { addComment, replyTo } from '../../../src/core/discussion/write.js';
import { codeNote, notePassages, setNote } from '../../../src/core/reading/notes.js';
import { setReadingState } from '../../../src/core/reading/setState.js';
import { moveTranscripts } from '../../../src/core/renames/moveTranscripts.js';
import { compareStates } from '../../../src/core/review/compare.js';
import { describeChange } from '../../../src/core/review/sentence.js';
import { workingSnapshot } from '../../../src/core/review/snapshots.js';
import { StudyState } from '../../../src/core/review/studyState.js';
import { summarise } from '../../../src/core/review/summary.js';
import { changeCodebookOf } from '../../../src/core/study/changeCodebook.js';
import { deleteEntries } from '../../../src/core/study/deleteEntries.js';
import { applyRefresh, planRefresh } from '../../../src/core/study/refreshAnchors.js';
import type { Study } from '../../../src/core/study/study.js';
import { EA_ONE, edit, ONE, reviewStudy, TWO } from '../support/reviewStudy.js';
import type { VersionedStore } from '../support/versionedStore.js';
import { snapshotOf } from './support/snapshot.js';

interface Opened {
  readonly store: VersionedStore;
  readonly study: Study;
}

/** Where words stand in a transcript as it is now. */
async function place({ study }: Opened, path: string, words: string) {
  const seen = await seenNow(study, path);
  assert.ok(seen);
  const start = seen.points.fromUtf16(seen.points.text.indexOf(words));
  return { ...seen, span: { start, end: start + [...words].length } };
}

async function filesOf({ store }: Opened): Promise<Record<string, Uint8Array>> {
  const stamps = await store.list();
  return Object.fromEntries(stamps.map(({ path }) => [path, store.bytes(path) as Uint8Array]));
}

function seenLine({ study }: Opened, id: string) {
  const found = study.index.find(id);
  assert.ok(found);
  return { path: found.file.path, id, line: formatRecord(found.coding) };
}

/** What is said of what an action did to a study. */
async function said(action: (opened: Opened) => Promise<unknown>, first?: (opened: Opened) => Promise<unknown>) {
  const opened = await reviewStudy();
  await first?.(opened);
  const before = new StudyState(snapshotOf(await filesOf(opened)));
  await action(opened);
  const { changes } = await compareStates(before, new StudyState(await workingSnapshot(opened.store)));
  return { sentences: changes.map(change => describeChange(change).text), summary: summarise(changes), changes };
}

describe('what the product does is what is told', () => {
  it('coding, with a code that is made on the way and an id that is written out', async () => {
    const { sentences, summary, changes } = await said(async opened => {
      const { span, ...seen } = await place(opened, TWO, 'The meetings are long');
      await codePassages(
        opened.study,
        seen,
        'MB',
        [{ span, choices: [{ title: 'Endurance', theme: 'influence' }] }],
        'A memo',
      );
      await codePassages(opened.study, seen, 'MB', [{ span, choices: [{ id: 'being-heard' }] }]);
    });
    const [book, ...codings] = sentences;
    assert.equal(book, 'Added the code “Endurance” to “Influence”');
    assert.deepEqual(codings.sort(), ['MB coded with “Being heard”', 'MB coded with “Endurance”']);
    assert.equal(summary, '2 codings added; 1 code added');
    assert.deepEqual(describeChange(changes[1] as (typeof changes)[number]).quote, 'The meetings are long');
  });

  it('recoding, memos, other bounds, removal', async () => {
    const { sentences } = await said(async opened => {
      await recodeTo(opened.study, ['corridor00'], [{ id: 'being-heard' }]);
      await setMemo(opened.study, 'kitchen000', 'Tea again.');
      const { span, ...seen } = await place(
        opened,
        ONE,
        'Maria from the kitchen brought me tea every morning. That was the moment',
      );
      await moveCodings(opened.study, seen, new Map([['kitchen000', span]]));
      await removeCodingsById(opened.study, ['pen0000000']);
    });
    assert.deepEqual(sentences, [
      'EA gave “Being heard” instead of “Hope”',
      'EA extended the passage of “Hope” by 4 words',
      'EA wrote a memo on a passage of “Hope”',
      'EA removed “Hope” from a passage',
    ]);
  });

  it('splitting a code, some codings into two', async () => {
    const { sentences } = await said(async ({ study }) => {
      let sorting: Sorting = { ...NEW_SORTING, targets: ['Fear', 'Kindness'] };
      sorting = assignAlso(assign(assign(sorting, 'corridor00', 1), 'kitchen000', 2), 'kitchen000', 1);
      await splitCode(study, 'hope', sorting);
    });
    assert.deepEqual(sentences.sort(), [
      'EA coded with “Fear”',
      'EA gave “Fear” instead of “Hope”',
      'EA gave “Kindness” instead of “Hope”',
      'Split “Fear” off from “Hope”',
      'Split “Kindness” off from “Hope”',
    ]);
  });

  it('merging and un-merging, with what is in the codes', async () => {
    const into = (study: Study) => changeCodebookOf(study, { do: 'merge', from: ['hope'], into: 'being-heard' });
    const nested = ({ study }: Opened) =>
      changeCodebookOf(study, { do: 'add', kind: 'code', title: 'Small hope', under: 'hope' });
    const merged = await said(({ study }) => into(study), nested);
    assert.deepEqual(merged.sentences, ['Merged “Hope” into “Being heard”']);
    const back = await said(
      ({ study }) => changeCodebookOf(study, { do: 'unmerge', id: 'hope' }),
      async opened => {
        await nested(opened);
        await into(opened.study);
      },
    );
    assert.deepEqual(back.sentences, ['Un-merged “Hope” from “Being heard”']);
  });

  it('deleting a code whose codings go to another', async () => {
    const { sentences } = await said(({ study }) =>
      deleteEntries(study, { entries: ['hope'], contents: 'keep', codings: { do: 'merge', into: 'being-heard' } }),
    );
    assert.deepEqual(sentences, ['Merged “Hope” into “Being heard”']);
  });

  it('promoting a code that is used: a theme came, the code moved into it', async () => {
    const { sentences } = await said(({ study }) => changeCodebookOf(study, { do: 'promote', entry: 'hope' }));
    assert.deepEqual(sentences, ['Added the theme “Hope” to “Influence”', 'Moved “Hope” from “Influence” to “Hope”']);
  });

  it('refreshing anchors after an edit, edited wording included', async () => {
    const change = (text: string) =>
      text
        .replace('How did you come', 'Good morning. How did you come')
        .replace('from the kitchen', 'from the small kitchen');
    const { sentences } = await said(
      async ({ study }) => applyRefresh(study, await planRefresh(study)),
      opened => edit(opened, ONE, change),
    );
    assert.deepEqual(sentences, [
      '“Hope” of EA was anchored anew; its passage is the same',
      '“Hope” of EA was anchored anew; its passage is the same',
      'A note of EA was anchored anew; its passage is the same',
      '“Hope” of EA was anchored anew; its passage is the same',
    ]);
  });

  it('confirming edited wording is the same passage, another place is another one, another transcript too', async () => {
    const change = (text: string) =>
      text.replace('from the kitchen', 'from the small kitchen').replace('frightened of the corridor', 'afraid');
    const { sentences } = await said(
      async opened => {
        const confirmed = await place(opened, ONE, 'Maria from the small kitchen brought me tea every morning');
        await takePlaces(opened.study, confirmed, [{ record: seenLine(opened, 'kitchen000'), span: confirmed.span }]);
        const other = await place(opened, ONE, 'a patient on that ward');
        await takePlaces(opened.study, other, [{ record: seenLine(opened, 'corridor00'), span: other.span }]);
        const elsewhere = await place(opened, TWO, 'the room is cold');
        await takePlaces(opened.study, elsewhere, [{ record: seenLine(opened, 'pen0000000'), span: elsewhere.span }]);
      },
      opened => edit(opened, ONE, change),
    );
    assert.deepEqual(sentences, [
      'EA moved a passage of “Hope” to other words',
      '“Hope” of EA was anchored anew; its passage is the same',
      'EA moved a passage of “Hope” to other words, in pp-02',
    ]);
  });

  it('keeping an orphan, and taking a place for it', async () => {
    const gone = (opened: Opened) =>
      edit(opened, ONE, text => text.replace(' When they asked me I was frightened of the corridor.', ''));
    const kept = await said(opened => keepAsOrphan(opened.study, seenLine(opened, 'corridor00')), gone);
    assert.deepEqual(kept.sentences, ['EA keeps a passage of “Hope” although its words are gone']);
    const taken = await said(
      async opened => {
        const other = await place(opened, ONE, 'a patient on that ward');
        await takePlaces(opened.study, other, [{ record: seenLine(opened, 'corridor00'), span: other.span }]);
      },
      async opened => {
        await gone(opened);
        await keepAsOrphan(opened.study, seenLine(opened, 'corridor00'));
      },
    );
    assert.deepEqual(taken.sentences, [
      'EA moved a passage of “Hope” to other words',
      'EA no longer keeps a passage of “Hope” as one whose words are gone',
    ]);
  });

  it('notes, what becomes a coding of them, and how far somebody has come', async () => {
    const { sentences } = await said(async opened => {
      const { span, ...seen } = await place(opened, TWO, 'the room is cold');
      await notePassages(opened.study, seen, 'MB', [span], 'Cold rooms.');
      await setNote(opened.study, 'note000000', 'Very good advice.');
      await setReadingState(opened.study, 'EA', [ONE], 'done');
    });
    assert.deepEqual(sentences, ['EA changed a note', 'EA marked pp-01 as done', 'MB noted on a passage']);
    const coded = await said(async opened => {
      const seen = await place(opened, ONE, 'Keep a notebook');
      await codeNote(opened.study, 'note000000', seen, [{ id: 'hope' }]);
    });
    assert.deepEqual(coded.sentences.sort(), ['EA coded with “Hope”', 'EA removed a note from a passage']);
  });

  it('moving a transcript takes all files along, and says so once', async () => {
    const to = 'transcripts/wave 1/pp-01.md';
    const { sentences } = await said(({ study }) => moveTranscripts(study, [{ from: ONE, to }]));
    assert.deepEqual(sentences, [`Moved pp-01 from ${ONE} to ${to}`]);
  });

  it('comments, replies, decisions, resolved discussions', async () => {
    const { sentences, changes } = await said(async ({ study }) => {
      const first =
        (await addComment(study, 'MB', { kind: 'code', id: 'hope' }, 'Is this hope?')).comments[0]?.id ?? '';
      await replyTo(study, 'EA', first, 'It is.', { decision: true });
      await replyTo(study, 'MB', first, '', { does: 'resolve' });
    });
    assert.deepEqual(sentences, [
      'MB commented: Is this hope?',
      'EA recorded a decision: It is.',
      'MB resolved a discussion',
    ]);
    assert.deepEqual(changes[0]?.entries, ['hope']);
  });

  it('nothing at all is told of a study that only was opened, read and written out again', async () => {
    const { changes } = await said(async ({ store }) => {
      const lines = (store.text(EA_ONE) ?? '').trimEnd().split('\n');
      store.put(EA_ONE, `\ufeff${lines.reverse().join('\r\n')}`);
    });
    assert.deepEqual(changes, []);
  });
});
