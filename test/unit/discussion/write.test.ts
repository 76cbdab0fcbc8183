import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ChangeRefused } from '../../../src/core/codebook/change.js';
import { EMPTY_HISTORY, type HistoryState, record, redo, undo } from '../../../src/core/coding/history.js';
import { allThreads, threadWith } from '../../../src/core/discussion/threads.js';
import {
  addComment,
  type CommentsDone,
  editComment,
  markDecision,
  removeComment,
  replyTo,
} from '../../../src/core/discussion/write.js';
import { openTalk, type Talk } from './support.js';

const EA = 'codings/EA/discussion.ndjson';
const MO = 'codings/Mo/discussion.ndjson';
const CODING = { kind: 'coding', id: 'aaaaaaaaaa' } as const;
const HOPE = { kind: 'code', id: 'hope' } as const;
const idOf = ({ comments }: CommentsDone): string => comments[0]?.id ?? assert.fail('no comment was made');

describe('commenting', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await openTalk();
  });

  it('writes one line, as it is documented, into the author’s own file', async () => {
    const { store, study } = talk;
    const first = idOf(await addComment(study, 'EA', CODING, '  Is this hope,\r\nor “reassurance”?\n'));
    assert.equal(
      store.text(EA),
      `{"comment": "Is this hope,\\nor “reassurance”?", "on": "coding aaaaaaaaaa", "created": "2026-03-02T10:03:11Z", "id": "${first}"}\n`,
    );
    const written = store.text(EA);
    const reply = idOf(await replyTo(study, 'Mo', first, 'Reassurance, I think.', { decision: true }));
    const deed = idOf(await replyTo(study, 'Mo', reply, '', { does: 'resolve' }));
    assert.equal(store.text(EA), written);
    assert.equal(
      store.text(MO),
      `{"comment": "Reassurance, I think.", "reply": "${first}", "decision": true, "created": "2026-03-02T10:03:12Z", "id": "${reply}"}\n` +
        `{"reply": "${first}", "does": "resolve", "created": "2026-03-02T10:03:13Z", "id": "${deed}"}\n`,
    );
    const thread = threadWith(study, first);
    assert.deepEqual([thread?.resolved, thread?.decisions.length, thread?.deeds.length], [true, 1, 1]);
  });

  it('comes after what it answers even where a clock is behind, so that what was done last stays so', async () => {
    const { study, wait } = talk;
    const first = idOf(await addComment(study, 'EA', HOPE, 'x'));
    await replyTo(study, 'EA', first, '', { does: 'resolve' });
    wait(-3600);
    await replyTo(study, 'Mo', first, 'Not yet.', { does: 'reopen' });
    assert.equal(threadWith(study, first)?.resolved, false);
  });

  it('resolves and reopens once; nothing to say and nothing to do writes nothing', async () => {
    const { study, store } = talk;
    const first = idOf(await addComment(study, 'EA', HOPE, 'x'));
    assert.deepEqual((await replyTo(study, 'EA', first, '  ')).edits, []);
    assert.deepEqual((await replyTo(study, 'EA', first, '', { does: 'reopen' })).edits, []);
    await replyTo(study, 'EA', first, '', { does: 'resolve' });
    assert.deepEqual((await replyTo(study, 'Mo', first, '', { does: 'resolve' })).edits, []);
    assert.equal(store.text(MO), undefined);
    await assert.rejects(replyTo(study, 'Mo', 'nowhere', 'Hello?'), ChangeRefused);
  });

  it('on a code writes its id out first, as one undo, and goes by the id of today', async () => {
    const { study, store } = talk;
    const before = store.text('codebook.md');
    const { edits } = await addComment(study, 'Mo', { kind: 'code', id: 'being-heard' }, 'By whom?');
    assert.match(store.text('codebook.md') ?? '', /### Being heard \{#being-heard\}/);
    await undo(study, record(EMPTY_HISTORY, { title: '', edits }));
    assert.deepEqual([store.text('codebook.md'), store.text(MO)], [before, undefined]);
    await addComment(study, 'Mo', { kind: 'code', id: 'optimism' }, 'Of whom?');
    await addComment(study, 'Mo', { kind: 'code', id: 'influence' }, 'On what?');
    assert.deepEqual(
      allThreads(study).map(({ subject }) => subject),
      [HOPE, { kind: 'theme', id: 'influence' }],
    );
    await assert.rejects(addComment(study, 'Mo', { kind: 'code', id: 'nothing' }, 'x'), ChangeRefused);
    await assert.rejects(addComment(study, 'Mo', { kind: 'coding', id: 'nothing' }, 'x'), ChangeRefused);
  });

  it('edits and decides by its author alone, and leaves all else in the line', async () => {
    const { study, store, wait } = talk;
    const first = idOf(await addComment(study, 'EA', HOPE, 'x'));
    store.put(EA, store.text(EA)?.replace('"created"', '"mood": 1, "created"') ?? '');
    await study.reload([EA]);
    wait(60);
    await editComment(study, 'EA', first, 'y');
    await markDecision(study, 'EA', first, true);
    assert.equal(
      store.text(EA),
      `{"comment": "y", "on": "code hope", "mood": 1, "decision": true, "created": "2026-03-02T10:03:11Z", "edited": "2026-03-02T10:04:11Z", "id": "${first}"}\n`,
    );
    assert.deepEqual((await editComment(study, 'EA', first, 'y ')).edits, []);
    assert.deepEqual((await markDecision(study, 'EA', first, true)).edits, []);
    await markDecision(study, 'EA', first, false);
    assert.deepEqual(threadWith(study, first)?.decisions, []);
    const before = store.text(EA);
    for (const change of [
      editComment(study, 'Mo', first, 'z'),
      markDecision(study, 'Mo', first, true),
      removeComment(study, 'Mo', first),
    ])
      await assert.rejects(change, /by EA/);
    assert.equal(store.text(EA), before);
  });

  it('taken back leaves the thread readable for those who replied, and goes with the last of them', async () => {
    const { study, store } = talk;
    const first = idOf(await addComment(study, 'EA', HOPE, 'x', { decision: true }));
    const second = idOf(await replyTo(study, 'EA', first, 'y'));
    const third = idOf(await replyTo(study, 'Mo', first, 'z'));
    await removeComment(study, 'EA', second);
    await removeComment(study, 'EA', first);
    const thread = threadWith(study, first);
    assert.deepEqual(
      [thread?.subject, thread?.comments.map(({ author }) => author), thread?.decisions],
      [HOPE, ['Mo'], []],
    );
    assert.match(store.text(EA) ?? '', /^\{"comment": "", "on": "code hope", "created"[^\n]*\n$/);
    await removeComment(study, 'Mo', third);
    assert.deepEqual([allThreads(study), store.text(MO)], [[], undefined]);
  });

  it('taken back where only one’s own empty beginning is left takes both away', async () => {
    const { study, store } = talk;
    const first = idOf(await addComment(study, 'EA', HOPE, 'x'));
    const second = idOf(await replyTo(study, 'EA', first, 'y'));
    await removeComment(study, 'EA', first);
    const { edits } = await removeComment(study, 'EA', second);
    assert.equal(store.text(EA), undefined);
    await undo(study, record(EMPTY_HISTORY, { title: '', edits }));
    assert.equal(threadWith(study, second)?.comments.length, 1);
  });

  it('is one undo each, restores every byte, and two people never write the same file', async () => {
    const step = fc.record({
      who: fc.constantFrom('EA', 'Mo'),
      what: fc.constantFrom('add', 'reply', 'edit', 'remove', 'resolve', 'reopen', 'decide'),
      which: fc.nat(9),
      waits: fc.integer({ min: -1, max: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async steps => {
        const { study, store, wait } = await openTalk();
        let history: HistoryState = EMPTY_HISTORY;
        const states = [JSON.stringify([store.text(EA), store.text(MO)])];
        for (const { who, what, which, waits } of steps) {
          wait(waits);
          const all = allThreads(study).flatMap(({ comments }) => comments);
          const own = all.filter(({ author }) => author === who);
          const any = all[which % all.length]?.comment.id;
          const mine = own[which % own.length]?.comment.id;
          store.writtenPaths.length = 0;
          const done = await act(study, who, what, any, mine);
          if (done === undefined || done.edits.length === 0) continue;
          assert.deepEqual(store.writtenPaths, [who === 'EA' ? EA : MO]);
          history = record(history, { title: what, edits: done.edits });
          states.push(JSON.stringify([store.text(EA), store.text(MO)]));
        }
        for (const state of states.slice(0, -1).reverse()) {
          history = (await undo(study, history))?.history ?? assert.fail('nothing to undo');
          assert.equal(JSON.stringify([store.text(EA), store.text(MO)]), state);
        }
        for (const state of states.slice(1)) {
          history = (await redo(study, history))?.history ?? assert.fail('nothing to redo');
          assert.equal(JSON.stringify([store.text(EA), store.text(MO)]), state);
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** Does one thing; undefined where there is nothing to do it to. */
async function act(
  study: Talk['study'],
  who: string,
  what: 'add' | 'reply' | 'edit' | 'remove' | 'resolve' | 'reopen' | 'decide',
  any: string | undefined,
  mine: string | undefined,
): Promise<CommentsDone | undefined> {
  if (what === 'add') return addComment(study, who, HOPE, 'added');
  if (what === 'reply') return any ? replyTo(study, who, any, 'replied') : undefined;
  if (what === 'resolve' || what === 'reopen') return any ? replyTo(study, who, any, '', { does: what }) : undefined;
  if (mine === undefined) return undefined;
  if (what === 'edit') return editComment(study, who, mine, `edited ${mine}`);
  return what === 'remove' ? removeComment(study, who, mine) : markDecision(study, who, mine, true);
}
