import * as vscode from 'vscode';
import { type CommentsDone, editComment, markDecision, removeComment } from '../../core/discussion/write.js';
import { conclude } from '../history/conclude.js';
import type { Discussion } from './discussion.js';
import { ShownComment } from './shownComment.js';
import { subjectName } from './words.js';

/** Lets a person rewrite a comment of their own. */
export function beginEditing(discussion: Discussion, comment: unknown): void {
  if (!(comment instanceof ShownComment)) return;
  comment.edit();
  discussion.threads.find(comment.opened, comment.id)?.show();
}

/** Writes what a comment says by now; an empty one is removed. */
export async function saveEdited(discussion: Discussion, comment: unknown): Promise<void> {
  if (!(comment instanceof ShownComment)) return;
  const { typed } = comment;
  await change(discussion, comment, vscode.l10n.t('Rewrote a comment'), author =>
    editComment(comment.opened.study, author, comment.id, typed),
  );
}

/** Takes a comment back. */
export async function deleteComment(discussion: Discussion, comment: unknown): Promise<void> {
  if (!(comment instanceof ShownComment)) return;
  await change(discussion, comment, vscode.l10n.t('Removed a comment'), author =>
    removeComment(comment.opened.study, author, comment.id),
  );
}

/** Says that a comment records a decision, or does not. */
export async function setDecision(discussion: Discussion, comment: unknown, isDecision: boolean): Promise<void> {
  if (!(comment instanceof ShownComment)) return;
  const title = isDecision ? vscode.l10n.t('Recorded a decision') : vscode.l10n.t('Took the mark of a decision away');
  await change(discussion, comment, title, author =>
    markDecision(comment.opened.study, author, comment.id, isDecision),
  );
}

/** Makes a change as one undo; the comment then is shown as it is written, and no longer as a box to write in. */
async function change(
  discussion: Discussion,
  comment: ShownComment,
  what: string,
  work: (author: string) => Promise<CommentsDone>,
): Promise<void> {
  const { opened, id } = comment;
  const author = await discussion.services.coder.ensure(opened);
  if (author === undefined) return;
  const subject = discussion.threads.find(opened, id)?.thread.subject;
  const { edits } = await work(author);
  comment.forgetTyped();
  discussion.threads.find(opened, id)?.show();
  if (edits.length > 0) {
    const title = vscode.l10n.t('{0} on {1}', what, subjectName(opened, subject));
    await conclude(discussion.services.history, opened, 'comment', { title, edits });
  }
  await discussion.threads.refresh();
}

/** Gives up what was typed in a comment that is being rewritten. */
export function cancelEditing(discussion: Discussion, comment: ShownComment): void {
  comment.forgetTyped();
  discussion.threads.find(comment.opened, comment.id)?.show();
}
