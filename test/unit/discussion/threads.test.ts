import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codersOf } from '../../../src/core/analysis/coderFigures.js';
import { removeCodingsById } from '../../../src/core/coding/actions.js';
import { formatRecord } from '../../../src/core/coding/line.js';
import type { CommentRecord } from '../../../src/core/discussion/record.js';
import { allThreads, type Thread, threadsOf, threadWith } from '../../../src/core/discussion/threads.js';
import { addComment, replyTo } from '../../../src/core/discussion/write.js';
import { changeCodebookOf } from '../../../src/core/study/changeCodebook.js';
import { deleteEntries } from '../../../src/core/study/deleteEntries.js';
import { studyProblems } from '../../../src/core/study/problems.js';
import { openTalk } from './support.js';

const EA = 'codings/EA/discussion.ndjson';
const MO = 'codings/Mo/discussion.ndjson';
const HOPE = { kind: 'code', id: 'hope' } as const;
const words = (thread: Thread | undefined): string[] =>
  thread?.comments.map(({ comment }) => comment.comment ?? '') ?? [];
const line = (record: Omit<CommentRecord, 'created'> & { created?: string }): string =>
  `${formatRecord({ ...record, created: record.created ?? '2026-05-04T09:12:03Z' })}\n`;

describe('threads', () => {
  it('bring comments of several people together, the first one first whatever the clocks say', async () => {
    const { study } = await openTalk({
      [EA]:
        line({ comment: 'Is this hope?', on: 'coding aaaaaaaaaa', created: '2026-05-04T10:00:00Z', id: 'first' }) +
        line({ comment: 'Agreed.', reply: 'first', created: '2026-05-04T12:00:00Z', id: 'third' }),
      [MO]: line({ comment: 'Rather comfort.', reply: 'first', created: '2026-05-04T09:00:00Z', id: 'second' }),
    });
    const [thread, ...others] = threadsOf(study, { kind: 'coding', id: 'aaaaaaaaaa' });
    assert.deepEqual([words(thread), others], [['Is this hope?', 'Rather comfort.', 'Agreed.'], []]);
    assert.deepEqual(
      thread?.comments.map(({ author }) => author),
      ['EA', 'Mo', 'EA'],
    );
    assert.deepEqual(threadWith(study, 'third'), thread);
    assert.deepEqual(threadsOf(study, { kind: 'coding', id: 'bbbbbbbbbb' }), []);
  });

  it('are resolved or open as was done last, whoever did it and in whatever file it stands', async () => {
    const deed = (does: 'resolve' | 'reopen', day: number) =>
      line({ reply: 'first', does, created: `2026-05-${10 + day}T09:00:00Z`, id: `${does}${day}` });
    const first = line({ comment: 'x', on: 'code hope', id: 'first' });
    const isResolved = async (ea: string, mo: string): Promise<boolean | undefined> => {
      const { study } = await openTalk({ [EA]: ea, [MO]: mo });
      return threadWith(study, 'first')?.resolved;
    };
    assert.equal(await isResolved(first, ''), false);
    assert.equal(await isResolved(first, deed('resolve', 1)), true);
    assert.equal(await isResolved(first + deed('reopen', 2), deed('resolve', 1)), false);
    assert.equal(await isResolved(first + deed('resolve', 1), deed('reopen', 2)), false);
    assert.equal(await isResolved(first + deed('resolve', 3), deed('reopen', 2)), true);
  });

  it('belong to the code that theirs was merged into, and say by which id they began', async () => {
    const { study } = await openTalk();
    await addComment(study, 'EA', { kind: 'code', id: 'being-heard' }, 'Too broad?');
    await addComment(study, 'Mo', HOPE, 'Too narrow?');
    await changeCodebookOf(study, { do: 'merge', from: ['being-heard'], into: 'hope' });
    const threads = threadsOf(study, HOPE);
    assert.deepEqual(threads.flatMap(words), ['Too broad?', 'Too narrow?']);
    const [merged, own] = threads.map(({ today }) =>
      today.is === 'entry' ? [today.entry.id, today.formerly] : today.is,
    );
    assert.deepEqual(
      [merged, own],
      [
        ['hope', 'being-heard'],
        ['hope', undefined],
      ],
    );
    assert.deepEqual(threadsOf(study, { kind: 'code', id: 'being-heard' }), threads);
    assert.deepEqual(studyProblems(study), []);
  });

  it('are never lost with what they are about: deleted codes, removed codings', async () => {
    const { study } = await openTalk();
    await addComment(study, 'EA', HOPE, 'Keep it?');
    await addComment(study, 'EA', { kind: 'coding', id: 'aaaaaaaaaa' }, 'Really?');
    await removeCodingsById(study, ['aaaaaaaaaa', 'bbbbbbbbbb']);
    await deleteEntries(study, { entries: ['hope'], contents: 'delete', codings: { do: 'remove' } });
    assert.deepEqual(
      allThreads(study).map(thread => [thread.today.is, ...words(thread)]),
      [
        ['gone', 'Keep it?'],
        ['gone', 'Really?'],
      ],
    );
    assert.deepEqual(
      studyProblems(study).map(({ rule, severity, line: at }) => `${rule} ${severity} ${at}`),
      ['comment-without-subject info 1', 'comment-without-subject info 2'],
    );
    for (const { id } of allThreads(study)) await replyTo(study, 'EA', id, '', { does: 'resolve' });
    assert.deepEqual(studyProblems(study), []);
  });

  it('are readable where only replies are left, or a line names nothing to discuss, and a problem says so', async () => {
    const { study } = await openTalk({
      [EA]:
        line({ comment: 'Yes.', reply: 'nowhere', id: 'reply' }) +
        line({ comment: 'Hm.', on: 'memo x', id: 'odd' }) +
        line({ comment: 'Again.', on: 'code hope', id: 'odd' }),
    });
    assert.deepEqual(
      allThreads(study).map(thread => [thread.id, thread.subject, ...words(thread)]),
      [
        ['odd', undefined, 'Hm.', 'Again.'],
        ['nowhere', undefined, 'Yes.'],
      ],
    );
    assert.deepEqual(
      studyProblems(study).map(({ rule, line: at }) => `${rule} ${at}`),
      ['comment-without-thread 1', 'comment-without-subject 2', 'comment-twice 3'],
    );
  });

  it('end where replies go in a circle, each comment in one thread', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(fc.constantFrom(...ids), { nil: undefined }), { minLength: 5, maxLength: 5 }),
        async replies => {
          const lines = ids.map((id, i) => {
            const reply = replies[i];
            return line(reply === undefined ? { comment: id, on: 'code hope', id } : { comment: id, reply, id });
          });
          const { study } = await openTalk({ [EA]: lines.join('') });
          assert.deepEqual(allThreads(study).flatMap(words).sort(), ids);
          for (const thread of allThreads(study))
            for (const id of words(thread)) assert.equal(threadWith(study, id)?.id, thread.id);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('make nobody a coder', async () => {
    const { study } = await openTalk();
    await addComment(study, 'Mo', HOPE, 'Too broad?');
    assert.deepEqual(codersOf(study), ['Bo', 'EA']);
    assert.deepEqual(studyProblems(study), []);
  });

  it('follow a file that changes or goes', async () => {
    const { study, store } = await openTalk();
    const { comments } = await addComment(study, 'EA', HOPE, 'Too broad?');
    const id = comments[0]?.id ?? '';
    store.put(MO, line({ comment: 'No.', reply: id, id: 'x' }));
    await study.reload([MO]);
    assert.deepEqual(words(threadWith(study, id)), ['Too broad?', 'No.']);
    store.put(MO, undefined);
    await study.reload([MO]);
    assert.deepEqual(words(threadWith(study, id)), ['Too broad?']);
    await replyTo(study, 'EA', id, '', { does: 'resolve' });
    assert.equal(threadWith(study, id)?.resolved, true);
  });
});
