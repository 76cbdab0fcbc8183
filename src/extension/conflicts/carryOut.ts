import * as vscode from 'vscode';
import type { Decisions } from '../../core/analysis/questions/deciding.js';
import { type FileResult, writeResults } from '../../core/merge/writeResults.js';
import { conclude } from '../history/conclude.js';
import type { History } from '../history/history.js';
import type { OpenStudy } from '../study/openStudy.js';

/**
 * Writes what was decided, together with all that contradicts nothing, as one action that undo takes back.
 * @returns how many files were changed
 */
export async function carryOut(
  opened: OpenStudy,
  history: History,
  results: readonly FileResult[],
  decisions: Decisions,
): Promise<number> {
  const edits = await writeResults(opened.study, results);
  const questions = [...decisions.values()].reduce((sum, { size }) => sum + size, 0);
  await conclude(history, opened, 'git-merge', { title: titleOf(edits.length, questions), edits });
  return edits.length;
}

function titleOf(files: number, questions: number): string {
  const { t } = vscode.l10n;
  if (questions === 1) return t('Put two versions together: 1 question decided');
  if (questions > 1) return t('Put two versions together: {0} questions decided', questions);
  if (files === 0) return t('Put two versions together; nothing was in question');
  return files === 1
    ? t('Put two versions of 1 file together; nothing was in question')
    : t('Put two versions of {0} files together; nothing was in question', files);
}
