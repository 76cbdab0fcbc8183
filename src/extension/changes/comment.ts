import * as vscode from 'vscode';
import { ChangeRefused } from '../../core/codebook/change.js';
import { type Subject, subjectToday } from '../../core/discussion/subject.js';
import type { Change } from '../../core/review/change.js';
import { announce } from '../common/report.js';
import type { Discussion } from '../discussion/discussion.js';
import type { ChangesMeant } from './targets.js';

/**
 * Lets a person comment on what a change is about: goes to its place in today’s files and opens its discussion there.
 * @throws ChangeRefused where today’s files do not have it
 */
export async function commentOn({ opened, nodes: [node] }: ChangesMeant, discussion: Discussion): Promise<void> {
  const subject = subjectOf(node.change);
  if (subject === undefined) {
    announce(
      vscode.l10n.t('$(info) Codings, codes and themes can be commented on, and this change is about none of them.'),
    );
    return;
  }
  if (subjectToday(opened.study, subject).is === 'gone') {
    throw new ChangeRefused(
      vscode.l10n.t('Comments stand beside what they are about, and today’s files do not have it.'),
      /-added$/.test(node.change.what)
        ? vscode.l10n.t('Accept the change first; you can reject it again once it is discussed.')
        : vscode.l10n.t('Reject the change first, which brings it back.'),
    );
  }
  await discussion.comment(opened, subject);
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
