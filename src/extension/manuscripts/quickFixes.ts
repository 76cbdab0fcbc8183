import * as vscode from 'vscode';
import { type ManuscriptFix, manuscriptFixes } from '../../core/manuscript/fixes.js';
import { shorten } from '../../core/text/shorten.js';
import { rangeOfSpan } from '../convert.js';
import { Command } from '../ids.js';
import type { QuotationDiagnostics } from './diagnostics.js';
import type { ManuscriptChecks } from './manuscriptChecks.js';

/** The light bulb on a quotation that is not right. What it does is an edit of the text, undone like typing. */
export class QuotationQuickFixes implements vscode.CodeActionProvider {
  constructor(
    private readonly checks: ManuscriptChecks,
    private readonly diagnostics: QuotationDiagnostics,
  ) {}

  async provideCodeActions(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
    const here = this.diagnostics.of(document.uri).filter(one => one.range.intersection(range) !== undefined);
    const read = here.length === 0 ? undefined : await this.checks.check(document);
    if (read === undefined) return [];
    return here.flatMap(diagnostic => {
      const { checked } = diagnostic.problem;
      // The text may be another by now than the one that was looked at: then what is said of it is soon replaced.
      if (!read.checked.quotations.includes(checked)) return [];
      const fixes = manuscriptFixes(checked, read.manuscript, read.people).map((fix, i) => {
        const action = new vscode.CodeAction(titleOf(fix), vscode.CodeActionKind.QuickFix);
        action.edit = new vscode.WorkspaceEdit();
        for (const edit of fix.edits)
          action.edit.replace(document.uri, rangeOfSpan(document, read.points, edit), edit.text);
        action.diagnostics = [diagnostic];
        action.isPreferred = i === 0 && fix.kind !== 'attribution';
        return action;
      });
      return checked.source === undefined ? fixes : [...fixes, editAction(diagnostic)];
    });
  }
}

function editAction(diagnostic: vscode.Diagnostic): vscode.CodeAction {
  const title = vscode.l10n.t('Change the quotation beside what was said…');
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command: Command.quote, title };
  action.diagnostics = [diagnostic];
  return action;
}

function titleOf({ kind, label, edits }: ManuscriptFix): string {
  const { t } = vscode.l10n;
  if (kind === 'words')
    return edits.every(({ text }) => text === '')
      ? t('Say what was said: without “{0}”', shorten(label, 60))
      : t('Say what was said: “{0}”', shorten(label, 60));
  return kind === 'id' ? t('Name them {0}, as the study does in public', label) : t('Attribute it to {0}', label);
}
