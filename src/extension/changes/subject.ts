import * as vscode from 'vscode';
import { ChangeRefused } from '../../core/codebook/change.js';
import { type Subject, subjectToday } from '../../core/discussion/subject.js';
import type { Change } from '../../core/review/change.js';
import { announce } from '../common/report.js';
import type { Discussion } from '../discussion/discussion.js';
import type { HistoryPages } from '../studyHistory/historyPages.js';
import type { ChangesMeant } from './targets.js';

/**
 * Lets a person comment on what a change is about: goes to its place in today’s files and opens its discussion there.
 * @throws ChangeRefused where today’s files do not have it
 */
export async function commentOn({ opened, nodes: [node] }: ChangesMeant, discussion: Discussion): Promise<void> {
  const subject = subjectOrSay(node.change);
  if (subject === undefined) return;
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

/** Shows the history of what a change is about. */
export async function showLifeOf(
  { opened, nodes: [node] }: ChangesMeant,
  lives: Pick<HistoryPages, 'showLife'>,
): Promise<void> {
  const subject = subjectOrSay(node.change);
  if (subject !== undefined) await lives.showLife(opened, subject);
}

function subjectOrSay(change: Change): Subject | undefined {
  const subject = subjectOf(change);
  if (subject === undefined) announce(vscode.l10n.t('$(info) This change is about no single coding, code or theme.'));
  return subject;
}

/** The coding, code or theme that a change is about; undefined for all others. */
function subjectOf(change: Change): Subject | undefined {
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
