import * as vscode from 'vscode';
import { ChangeRefused } from '../../core/codebook/change.js';

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
