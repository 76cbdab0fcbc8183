import * as vscode from 'vscode';
import { Command } from '../ids.js';
import type { ReviewReference } from '../reviewList/register.js';
import type { ProblemDiagnostic } from './diagnostics.js';

/** Rules about passages that the review list has. */
const RULES: ReadonlySet<string> = new Set(['coding-ambiguous', 'coding-orphan', 'note-ambiguous', 'note-orphan']);

/** The way from a passage without a certain place to the review list; undefined for other problems. */
export function reviewAction(diagnostic: ProblemDiagnostic): vscode.CodeAction | undefined {
  const { problem, opened } = diagnostic;
  const transcript = RULES.has(problem.rule) ? opened.study.transcriptOf(problem.file) : undefined;
  if (transcript === undefined) return undefined;
  const title = vscode.l10n.t('Open in the Review List');
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  const reference: ReviewReference = { uri: opened.uri(transcript).toString(), id: problem.data?.id ?? '' };
  action.command = { command: Command.reviewPassages, title, arguments: [reference] };
  action.diagnostics = [diagnostic];
  action.isPreferred = true;
  return action;
}
