import * as vscode from 'vscode';
import type { Change } from '../../core/review/change.js';
import { describeChange } from '../../core/review/sentence.js';

/** A change that could not be taken over or taken back, why, and what to do. */
export interface Refused {
  readonly change: Change;
  readonly message: string;
  readonly remedy: string;
}

/** So many are listed. */
const MOST = 8;

/** Says what could not be accepted or rejected: one in a message, several in a list. */
export function sayRefused(refused: readonly Refused[], side: 'before' | 'after'): void {
  const [first] = refused;
  if (first === undefined) return;
  const isOne = refused.length === 1;
  const head = isOne
    ? side === 'after'
      ? vscode.l10n.t('Not accepted: {0}', lineOf(first))
      : vscode.l10n.t('Not rejected: {0}', lineOf(first))
    : side === 'after'
      ? vscode.l10n.t('{0} changes could not be accepted. The others were.', refused.length)
      : vscode.l10n.t('{0} changes could not be rejected. The others were.', refused.length);
  const lines = refused.slice(0, MOST).map(lineOf);
  const more = refused.length > MOST ? [vscode.l10n.t('And {0} more.', refused.length - MOST)] : [];
  const options = isOne ? {} : { modal: true, detail: [...lines, ...more].join('\n\n') };
  vscode.window.showWarningMessage(head, options).then(undefined, () => undefined);
}

function lineOf({ change, message, remedy }: Refused): string {
  return `${describeChange(change).text}. ${message} ${remedy}`;
}
