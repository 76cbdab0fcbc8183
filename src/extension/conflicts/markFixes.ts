import * as vscode from 'vscode';
import { hasMarks } from '../../core/merge/hasMarks.js';
import { Command } from '../ids.js';
import type { Studies } from '../study/studies.js';

const MARK = /^(?:<{7,}|\|{7,}|={7,}|>{7,})(?: |$)/;

/** The light bulb on conflict marks of a file of a study. */
export class MarkFixes implements vscode.CodeActionProvider {
  constructor(private readonly studies: Studies) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const isMark = (line: number): boolean => MARK.test(document.lineAt(line).text);
    const lines = Array.from({ length: range.end.line - range.start.line + 1 }, (_, i) => range.start.line + i);
    if (!lines.some(isMark) || !hasMarks(document.getText())) return [];
    if ((await this.studies.of(document.uri)) === undefined) return [];
    const title = vscode.l10n.t('Decide: both versions side by side…');
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.command = { command: Command.decideQuestions, title, arguments: [document.uri] };
    action.diagnostics = diagnostics.filter(one => isMark(one.range.start.line));
    action.isPreferred = true;
    return [action];
  }
}
