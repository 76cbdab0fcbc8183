import * as vscode from 'vscode';
import type { Problem } from '../../core/problem.js';
import type { CodebookFix } from '../../core/study/codebookFixes.js';
import type { Fix } from '../../core/study/fixes.js';
import { CODEBOOK_FILE } from '../../core/study/layout.js';
import type { CodebookEditing } from '../codebook/editing.js';
import type { RecentCodes } from '../coding/recentCodes.js';
import { orReport } from '../common/report.js';
import type { History } from '../history/history.js';
import { Command } from '../ids.js';
import { type MoveFix, moveFilesAlong } from '../renames/moveFix.js';
import type { Studies } from '../study/studies.js';
import { CodebookQuickFixes, FIX_ALL } from './codebookQuickFixes.js';
import { Diagnostics } from './diagnostics.js';
import { fixCodebook } from './fixCodebook.js';
import { fixProblem, QuickFixes } from './quickFixes.js';

/** The Problems panel and its quick fixes. */
export function registerProblems(services: {
  studies: Studies;
  history: History;
  recent: RecentCodes;
  editing: CodebookEditing;
}): vscode.Disposable {
  const diagnostics = new Diagnostics(services.studies);
  const fix = async (
    uri: vscode.Uri,
    problem: Problem | undefined,
    wanted: Fix | MoveFix | CodebookFix,
  ): Promise<void> => {
    if (typeof wanted === 'string') {
      if (problem !== undefined) await fixProblem(services, uri, problem, wanted);
      return;
    }
    const opened = await services.studies.of(uri);
    if (opened === undefined) return;
    if (wanted.do === 'move-along') await moveFilesAlong(services.history, opened, wanted);
    else await fixCodebook(services.editing, opened, problem, wanted);
  };
  return vscode.Disposable.from(
    diagnostics,
    vscode.languages.registerCodeActionsProvider(
      { pattern: '**/codings/**/*.{jsonl,ndjson}' },
      new QuickFixes(diagnostics),
      {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
      },
    ),
    vscode.languages.registerCodeActionsProvider(
      { pattern: `**/${CODEBOOK_FILE}` },
      new CodebookQuickFixes(services.studies, diagnostics),
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, FIX_ALL] },
    ),
    vscode.commands.registerCommand(Command.fixProblem, (uri, problem, wanted) =>
      orReport(() => fix(uri, problem, wanted)),
    ),
  );
}
