import * as vscode from 'vscode';
import { type Move, moveAlong } from '../../core/renames/moveAlong.js';
import { announce } from '../common/report.js';
import { conclude } from '../history/conclude.js';
import type { History } from '../history/history.js';
import type { OpenStudy } from '../study/openStudy.js';
import { movedAlong } from './words.js';

/** Moves the files of coders along with a transcript that was renamed elsewhere. */
export type MoveFix = { readonly do: 'move-along' } & Move;

/** What the light bulb calls it; `isCertain`: there is no doubt where the transcript is. */
export function titleOfMove({ to }: Move, isCertain: boolean): string {
  return isCertain
    ? vscode.l10n.t('Move the coding files along to {0}', to)
    : vscode.l10n.t('It is {0} now: move the coding files there', to);
}

/** Does it, as one undo. */
export async function moveFilesAlong(history: History, opened: OpenStudy, { from, to }: Move): Promise<void> {
  const move = { from, to };
  const along = await moveAlong(opened.study, [move]);
  const title = movedAlong(along, [move], opened.hidden !== '');
  if (title === undefined) announce(vscode.l10n.t('$(info) There is nothing to move any more.'));
  else await conclude(history, opened, 'check', { title, edits: along.edits });
}
