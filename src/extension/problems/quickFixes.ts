import * as vscode from 'vscode';
import type { Problem } from '../../core/problem.js';
import { movesFor } from '../../core/renames/problems.js';
import { applyFix, type Fix, fixesFor } from '../../core/study/fixes.js';
import { pickCodes } from '../coding/codePicker.js';
import type { RecentCodes } from '../coding/recentCodes.js';
import { conclude } from '../history/conclude.js';
import type { History } from '../history/history.js';
import { Command } from '../ids.js';
import { type MoveFix, titleOfMove } from '../renames/moveFix.js';
import type { Studies } from '../study/studies.js';
import type { Diagnostics } from './diagnostics.js';
import { reviewAction } from './reviewAction.js';

/** The light bulb on a problem of a coding file. */
export class QuickFixes implements vscode.CodeActionProvider {
  constructor(private readonly diagnostics: Diagnostics) {}

  async provideCodeActions(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
    const here = this.diagnostics
      .of(document.uri)
      .filter(diagnostic => diagnostic.range.intersection(range) !== undefined);
    const lists = await Promise.all(
      here.map(async diagnostic => {
        const review = reviewAction(diagnostic);
        if (review !== undefined) return [review];
        const { problem, opened } = diagnostic;
        const moves = movesFor(problem).map((move): MoveFix => ({ do: 'move-along', ...move }));
        const fixes = [...(await fixesFor(opened.study, problem)), ...moves];
        return fixes.map((fix, i) => {
          const isCertain = problem.rule === 'transcript-renamed';
          const title = typeof fix === 'string' ? titleOf(fix, problem) : titleOfMove(fix, isCertain);
          const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
          action.command = { command: Command.fixProblem, title, arguments: [document.uri, problem, fix] };
          action.diagnostics = [diagnostic];
          action.isPreferred = i === 0 && (typeof fix === 'string' || isCertain);
          return action;
        });
      }),
    );
    return lists.flat();
  }
}

/** Applies a fix that somebody chose; it can be undone like any other coding action. */
export async function fixProblem(
  services: { studies: Studies; history: History; recent: RecentCodes },
  uri: vscode.Uri,
  problem: Problem,
  fix: Fix,
): Promise<void> {
  const opened = await services.studies.of(uri);
  if (opened === undefined) return;
  let code: string | undefined;
  if (fix === 'recode') {
    const [choice] =
      (await pickCodes(opened, services.recent.of(opened), vscode.l10n.t('Recode {0} to', problem.data?.code ?? ''))) ??
      [];
    if (choice === undefined || !('id' in choice)) return;
    code = choice.id;
  }
  const edits = await applyFix(opened.study, problem, fix, code);
  const title = titleOf(fix, problem);
  await conclude(services.history, opened, 'check', { title, edits });
}

function titleOf(fix: Fix, problem: Problem): string {
  switch (fix) {
    case 'add-code':
      return vscode.l10n.t('Add “{0}” to the codebook', problem.data?.code ?? '');
    case 'recode':
      return vscode.l10n.t('Choose another code…');
    case 'new-id':
      return vscode.l10n.t('Give this coding a new id');
    case 'remove-copy':
      return vscode.l10n.t('Remove this copy');
    case 'repair-line':
      return vscode.l10n.t('Repair the line');
    case 'set-aside':
      return vscode.l10n.t('Set the line aside in a file of its own');
  }
}
