import * as vscode from 'vscode';
import type { Change } from '../../core/review/change.js';
import { announce } from '../common/report.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { ChangesMeant } from './targets.js';

/** What can be discussed. */
export type Subject = { readonly kind: 'coding' | 'code' | 'theme'; readonly id: string };

/** Where comments are written. */
export interface Discussing {
  comment(opened: OpenStudy, subject: Subject): Promise<void>;
}

/** Lets a person comment on what a change is about. */
export async function commentOn({ opened, nodes: [node] }: ChangesMeant, discussion: Discussing): Promise<void> {
  const subject = subjectOf(node.change);
  if (subject === undefined) {
    announce(
      vscode.l10n.t('$(info) Codings, codes and themes can be commented on, and this change is about none of them.'),
    );
    return;
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
