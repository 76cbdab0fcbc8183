import * as vscode from 'vscode';
import type { Change } from '../../core/review/change.js';

/** Which side of a change today's files have; `other`: neither. */
export type Side = 'before' | 'after' | 'other';

/** A change, and which side of it today’s files have. */
export interface Judged {
  readonly change: Change;
  readonly side: Side;
}

/** How far a review has come with a change. `seen`: reviewed, while today's files say neither what it was before nor what it is after. */
export type ChangeStatus = 'open' | 'accepted' | 'rejected' | 'seen';

/** What a status is called; empty for a change that is open, which needs no word. */
export function statusWords(status: ChangeStatus): string {
  switch (status) {
    case 'open':
      return '';
    case 'accepted':
      return vscode.l10n.t('accepted');
    case 'rejected':
      return vscode.l10n.t('rejected');
    case 'seen':
      return vscode.l10n.t('reviewed');
  }
}

/** What a status means, in one sentence. */
export function statusMeaning(status: ChangeStatus, side: Side): string {
  switch (status) {
    case 'open':
      return {
        after: vscode.l10n.t('Not reviewed yet. Today’s files have it.'),
        before: vscode.l10n.t('Not reviewed yet. Today’s files do not have it.'),
        other: vscode.l10n.t('Not reviewed yet. Today’s files say something else than before and after.'),
      }[side];
    case 'accepted':
      return vscode.l10n.t('Accepted: reviewed, and today’s files have it.');
    case 'rejected':
      return vscode.l10n.t('Rejected: reviewed, and today’s files do not have it.');
    case 'seen':
      return vscode.l10n.t('Reviewed. Today’s files say something else than before and after.');
  }
}
