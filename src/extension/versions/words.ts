import * as vscode from 'vscode';
import type { Unsaved } from '../../core/versions/unsaved.js';
import { changeCount } from '../changes/words.js';
import { numberWords } from '../common/numberWords.js';

/** How much is in no version yet: changes of the analysis, or files where these say nothing of it. */
export function unsavedCount({ changes, paths }: Pick<Unsaved, 'changes' | 'paths'>): string {
  return changes.length > 0 ? changeCount(changes.length) : fileCount(paths.length);
}

/** How many files, in words. */
export function fileCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 file') : vscode.l10n.t('{0} files', numberWords(count));
}
