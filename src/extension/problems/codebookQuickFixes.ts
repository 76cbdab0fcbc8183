import * as vscode from 'vscode';
import { type CodebookFix, codebookFixesFor } from '../../core/study/codebookFixes.js';
import { CODEBOOK_FILE } from '../../core/study/layout.js';
import { Command } from '../ids.js';
import type { Studies } from '../study/studies.js';
import { titleOfFix } from './codebookFixTitles.js';
import type { Diagnostics, ProblemDiagnostic } from './diagnostics.js';
import { FIX_ALL } from './fixAll.js';

/** The light bulb on a heading of the codebook. */
export class CodebookQuickFixes implements vscode.CodeActionProvider {
  constructor(
    private readonly studies: Studies,
    private readonly diagnostics: Diagnostics,
  ) {}

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const opened = this.studies.peek(document.uri);
    if (opened === undefined || opened.path(document.uri) !== CODEBOOK_FILE) return [];
    if (context.only?.contains(vscode.CodeActionKind.SourceFixAll) || context.only?.intersects(FIX_ALL)) {
      const action = new vscode.CodeAction(vscode.l10n.t('Mend what is safe to mend in the codebook'), FIX_ALL);
      action.command = {
        command: Command.fixProblem,
        title: action.title,
        arguments: [document.uri, undefined, { do: 'mend-all' }],
      };
      return [action];
    }
    // The whole line counts: the cursor is rarely on the very words.
    const here = this.diagnostics
      .of(document.uri)
      .filter(({ range: at }) => at.start.line >= range.start.line && at.start.line <= range.end.line);
    return here.flatMap(diagnostic =>
      codebookFixesFor(opened.study, diagnostic.problem).map((fix, i) =>
        actionOf(document.uri, diagnostic, fix, i === 0),
      ),
    );
  }
}

function actionOf(
  uri: vscode.Uri,
  diagnostic: ProblemDiagnostic,
  fix: CodebookFix,
  isFirst: boolean,
): vscode.CodeAction {
  const title = titleOfFix(fix, diagnostic.problem);
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command: Command.fixProblem, title, arguments: [uri, diagnostic.problem, fix] };
  action.diagnostics = [diagnostic];
  // “Fix all in file by the preferred fix” must not do what asks for thought.
  action.isPreferred = isFirst && fix.do === 'mend';
  return action;
}
