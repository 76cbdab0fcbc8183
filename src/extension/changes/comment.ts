import * as vscode from 'vscode';
import { type Subject, subjectToday } from '../../core/discussion/subject.js';
import type { Change } from '../../core/review/change.js';
import { announce } from '../common/report.js';
import type { Discussion } from '../discussion/discussion.js';
import type { ChangeNode } from './nodes.js';
import type { ReviewPlaces } from './reviewPlaces.js';
import { urisOf } from './showChange.js';
import type { ChangesMeant } from './targets.js';

/**
 * Lets a person comment on what a change is about: in its place in today’s files, or, where these do not have it, in the diff editor.
 * @param show shows a change in the diff editor, with the keyboard in it
 */
export async function commentOn(
  { opened, nodes: [node] }: ChangesMeant,
  discussion: Discussion,
  places: ReviewPlaces,
  show: (node: ChangeNode) => Promise<void>,
): Promise<void> {
  const subject = subjectOf(node.change);
  if (subject === undefined) {
    announce(
      vscode.l10n.t('$(info) Codings, codes and themes can be commented on, and this change is about none of them.'),
    );
    return;
  }
  if (subjectToday(opened.seen, subject).is !== 'gone') {
    await discussion.comment(opened, subject);
    return;
  }
  await show(node);
  const uris = urisOf(node);
  for (const side of ['after', 'before'] as const) {
    const document = await vscode.workspace.openTextDocument(uris[side]);
    const found = (await places.in(document))?.places.find(
      place => place.subject.kind === subject.kind && place.subject.id === subject.id,
    );
    if (found === undefined) continue;
    await discussion.commentIn(document, opened, found);
    return;
  }
}

/** The coding, code or theme that a change is about; undefined for all others. */
export function subjectOf(change: Change): Subject | undefined {
  switch (change.what) {
    case 'coding-added':
    case 'coding-changed':
      return { kind: 'coding', id: change.after.coding.id };
    case 'coding-removed':
      return { kind: 'coding', id: change.before.coding.id };
    case 'entry-added':
    case 'entry-changed':
      return { kind: change.after.kind, id: change.after.id };
    case 'entry-merged':
      return { kind: change.into.kind, id: change.into.id };
    case 'entry-removed':
      return { kind: change.before.kind, id: change.before.id };
    default:
      return undefined;
  }
}
