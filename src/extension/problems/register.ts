import * as vscode from 'vscode';
import type { Problem } from '../../core/problem.js';
import type { CodebookFix } from '../../core/study/codebookFixes.js';
import type { Fix } from '../../core/study/fixes.js';
import { CODEBOOK_FILE } from '../../core/study/layout.js';
import type { CodebookEditing } from '../codebook/editing.js';
import type { RecentCodes } from '../coding/recentCodes.js';
import { orReport } from '../common/report.js';
import { whenAsked } from '../common/whenAsked.js';
import type { History } from '../history/history.js';
import { Command } from '../ids.js';
import type { MoveFix } from '../renames/moveFix.js';
import type { Studies } from '../study/studies.js';
import { Diagnostics } from './diagnostics.js';
import { FIX_ALL } from './fixAll.js';

/** The Problems panel and its quick fixes. */
export function registerProblems(services: {
  studies: Studies;
  history: History;
  recent: RecentCodes;
  editing: CodebookEditing;
}): vscode.Disposable {
  const load = () => import('./loaded.js');
  const diagnostics = new Diagnostics(services.studies);
  const fix = async (
    uri: vscode.Uri,
    problem: Problem | undefined,
    wanted: Fix | MoveFix | CodebookFix,
  ): Promise<void> => {
    const { fixCodebook, fixProblem, moveFilesAlong } = await load();
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
      whenAsked(async () => new (await load()).QuickFixes(diagnostics), 'provideCodeActions'),
      {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
      },
    ),
    vscode.languages.registerCodeActionsProvider(
      { pattern: `**/${CODEBOOK_FILE}` },
      whenAsked(async () => new (await load()).CodebookQuickFixes(services.studies, diagnostics), 'provideCodeActions'),
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, FIX_ALL] },
    ),
    vscode.commands.registerCommand(Command.fixProblem, (uri, problem, wanted) =>
      orReport(() => fix(uri, problem, wanted)),
    ),
  );
}
