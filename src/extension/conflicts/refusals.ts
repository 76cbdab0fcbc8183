import * as vscode from 'vscode';
import { ChangeRefused } from '../../core/codebook/change.js';

/** While somebody decided, another went on in a file: that is not written over. */
export function changedMeanwhile(path: string): ChangeRefused {
  return new ChangeRefused(vscode.l10n.t('{0} was changed meanwhile.', path), remedy());
}

/** While somebody decided, another ended what was being put together. */
export function endedMeanwhile(): ChangeRefused {
  const message = vscode.l10n.t('What was being put together was finished or given up meanwhile.');
  return new ChangeRefused(message, remedy());
}

function remedy(): string {
  return vscode.l10n.t(
    'Nothing was written. Your decisions are remembered: press “Decide…” again if there is still something to decide.',
  );
}
