import * as vscode from 'vscode';
import type { Sorting } from '../../core/coding/sorting.js';
import { type SplitDone, splitCode } from '../../core/coding/split.js';
import { BrokenOff } from '../../core/study/allOrNothing.js';
import { announce } from '../common/report.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { ExcerptServices } from './services.js';

/** Splits a code as it was sorted: one undo, announced; says what was left out because it changed meanwhile. */
export async function applySplit(
  opened: OpenStudy,
  code: string,
  sorting: Sorting,
  { history, coder }: Pick<ExcerptServices, 'history' | 'coder'>,
): Promise<SplitDone> {
  const { study } = opened;
  const title = vscode.l10n.t('Split {0}', study.titleOf(code));
  let done: SplitDone;
  try {
    done = await splitCode(study, code, sorting, coder.name);
  } catch (error) {
    // What could not be put back must at least be in reach of undo.
    if (error instanceof BrokenOff) await history.remember(opened, { title, edits: error.edits });
    throw error;
  }
  await history.remember(opened, { title, edits: done.edits });
  const into = done.codes.map(id => study.titleOf(id)).join(', ');
  const left = done.leftOut.length;
  const rest =
    left === 0
      ? ''
      : ` ${vscode.l10n.t('{0} excerpts were left out: they were removed or given another code meanwhile.', left)}`;
  announce(`$(check) ${vscode.l10n.t('{0} into {1}.', title, into)}${rest}`);
  return done;
}
