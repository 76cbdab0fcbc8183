import { ChangeRefused } from '../codebook/change.js';
import { ensureCodes, isWrittenOut } from '../coding/actions.js';
import { newId, timestamp } from '../coding/create.js';
import { withKeys } from '../coding/keys.js';
import { allOrNothing } from '../study/allOrNothing.js';
import { discussionPath } from '../study/layout.js';
import type { Study } from '../study/study.js';
import type { FileEdit } from '../text/lineEdit.js';
import type { Conversation } from './discussionIndex.js';
import { addComments, replaceComments } from './file.js';
import { type CommentRecord, type ThreadDeed, timeOf } from './record.js';
import { type Subject, subjectToday, writeSubject } from './subject.js';
import { isBlank } from './threads.js';

/** What an action did: comments it made, changed or removed, and every edit, in the order they were made. */
export interface CommentsDone {
  readonly comments: readonly CommentRecord[];
  readonly edits: readonly FileEdit[];
}

/** What a comment is besides its words. */
export interface CommentOptions {
  /** It records a decision. */
  readonly decision?: boolean;
  /** It resolves its thread, or opens it again; for replies only. */
  readonly does?: ThreadDeed;
  /** The first comment is about something that another version of the study has, such as a colleague's branch. */
  readonly isElsewhere?: boolean;
}

/** Keys in the order of a new comment. */
const ORDER = ['comment', 'on', 'reply', 'decision', 'does', 'created', 'edited', 'id'];

/**
 * Begins a thread. A code or theme whose id is not written yet gets it written out, so that the thread stays with it. One about something
 * that is elsewhere waits for it to come.
 * @param author whose file it goes into; nobody else writes there
 * @param words not blank
 * @throws ChangeRefused where the subject is not in the study, though it should be; nothing was changed
 */
export async function addComment(
  study: Study,
  author: string,
  subject: Subject,
  words: string,
  { decision, isElsewhere = false }: CommentOptions = {},
): Promise<CommentsDone> {
  const today = subjectToday(study, subject);
  if (today.is === 'gone' && !isElsewhere) {
    const what = `There is no ${subject.kind} “${subject.id}” in the study any more.`;
    throw new ChangeRefused(what, 'Comment on something that is there.');
  }
  const on = writeSubject(today.is === 'entry' ? { kind: today.entry.kind, id: today.entry.id } : subject);
  const choices = today.is === 'entry' ? [{ id: today.entry.id }] : [];
  return allOrNothing(
    study,
    async (made, study) => {
      const { edits } = await ensureCodes(study, choices, made);
      const done = await write(study, author, { comment: tidy(words), on, ...(decision ? { decision } : {}) });
      done.edits.forEach(made);
      return { ...done, edits: [...edits, ...done.edits] };
    },
    choices.every(choice => isWrittenOut(study, choice)) ? 1 : 2,
  );
}

/**
 * Replies to a thread, resolves it, opens it again, or both at once.
 * @param thread id of any of its comments
 * @param words blank where nothing is said besides what is done
 * @returns nothing in it where there is nothing to say and nothing to do: it is resolved, or open, already
 * @throws ChangeRefused where there is no such thread
 */
export async function replyTo(
  study: Study,
  author: string,
  thread: string,
  words: string,
  { decision, does }: CommentOptions = {},
): Promise<CommentsDone> {
  const conversation = study.discussion.conversation(thread);
  if (conversation === undefined)
    throw new ChangeRefused('This thread is not in the study any more.', 'Begin a new one.');
  const deed = does !== undefined && (isResolved(conversation) ? 'reopen' : 'resolve') === does ? does : undefined;
  const comment = tidy(words);
  if (comment === '' && deed === undefined) return { comments: [], edits: [] };
  return write(
    study,
    author,
    {
      ...(comment === '' ? {} : { comment }),
      reply: conversation.id,
      ...(decision && comment !== '' ? { decision: true } : {}),
      ...(deed === undefined ? {} : { does: deed }),
    },
    conversation,
  );
}

/**
 * Writes the words of one's own comment anew; all else in its line stays.
 * @param words blank: the comment is removed
 * @returns nothing in it where the comment is gone or says this already
 * @throws ChangeRefused where it is another person's
 */
export async function editComment(study: Study, author: string, id: string, words: string): Promise<CommentsDone> {
  const next = tidy(words);
  if (next === '') return removeComment(study, author, id);
  const edited = timestamp(study.environment);
  return change(study, author, id, comment =>
    comment.comment === next ? comment : withKeys(comment, { comment: next, edited }, ORDER),
  );
}

/**
 * Says that one's own comment records a decision, or does not; all else in its line stays.
 * @throws ChangeRefused where it is another person's
 */
export async function markDecision(
  study: Study,
  author: string,
  id: string,
  isDecision: boolean,
): Promise<CommentsDone> {
  const edited = timestamp(study.environment);
  return change(study, author, id, comment => {
    if ((comment.decision === true) === isDecision || (isDecision && isBlank(comment))) return comment;
    return withKeys(comment, { decision: isDecision ? true : undefined, edited }, ORDER);
  });
}

/**
 * Takes one's own comment back. Its line goes, unless it says what a thread is about that others replied to, or resolves one: then
 * only the words go. What is left without words goes with the last of them.
 * @throws ChangeRefused where it is another person's
 */
export async function removeComment(study: Study, author: string, id: string): Promise<CommentsDone> {
  const conversation = study.discussion.conversation(id);
  const others = conversation?.lines.filter(({ comment }) => comment.id !== id) ?? [];
  const [last] = others;
  const isLeft =
    others.length === 1 && last !== undefined && last.file.coder === author && last.comment.on !== undefined;
  const goesAsWell = isLeft && last.comment.comment?.trim() === '' ? last.comment.id : undefined;
  const edited = timestamp(study.environment);
  return change(
    study,
    author,
    id,
    comment => {
      if (comment.id === goesAsWell) return undefined;
      if (comment.on !== undefined && others.length > 0)
        return withKeys(comment, { comment: '', decision: undefined, edited }, ORDER);
      return comment.does === undefined
        ? undefined
        : withKeys(comment, { comment: undefined, decision: undefined, edited }, ORDER);
    },
    goesAsWell,
  );
}

function isResolved({ lines }: Conversation): boolean {
  return lines.findLast(({ comment }) => comment.does !== undefined)?.comment.does === 'resolve';
}

/** Writes a new line into the author's file; never earlier in time than what it answers, whatever the clock says. */
async function write(
  study: Study,
  author: string,
  said: Omit<CommentRecord, 'created' | 'id'>,
  answers?: Conversation,
): Promise<CommentsDone> {
  const { environment } = study;
  const last = Math.max(...(answers?.lines.map(({ comment }) => timeOf(comment)) ?? []), Number.NEGATIVE_INFINITY);
  const now = Math.max(environment.now(), last + 1000);
  const isTaken = (id: string): boolean => study.discussion.has(id) || study.index.has(id) || study.readings.has(id);
  const created = timestamp({ now: () => now, random: () => environment.random() });
  const comment: CommentRecord = { ...said, created, id: newId(environment, isTaken) };
  const { edit } = await study.update(discussionPath(author), text => addComments(text, [comment]));
  return { comments: [comment], edits: [edit] };
}

/** Changes a comment of the author, and one that goes with it. */
async function change(
  study: Study,
  author: string,
  id: string,
  next: (comment: CommentRecord) => CommentRecord | undefined,
  also?: string,
): Promise<CommentsDone> {
  const found = study.discussion.find(id);
  if (found === undefined) return { comments: [], edits: [] };
  if (found.file.coder !== author) {
    const remedy = 'Only who wrote a comment changes it; write one of your own below it.';
    throw new ChangeRefused(`This comment is by ${found.file.coder}.`, remedy);
  }
  let comments: CommentRecord[] = [];
  const { edit } = await study.update(found.file.path, text => {
    comments = [];
    return replaceComments(text, comment => {
      if (comment.id !== id && comment.id !== also) return comment;
      const changed = next(comment);
      if (changed !== comment && comment.id === id) comments.push(changed ?? comment);
      return changed;
    });
  });
  return { comments, edits: edit.edits.length === 0 ? [] : [edit] };
}

/** Words as they are kept: line ends LF, none and no blanks at the end. */
function tidy(words: string): string {
  return words.replace(/\r\n?/g, '\n').trim();
}
