import * as vscode from 'vscode';
import { type MemoFix, memoFixes } from '../../core/memos/fixes.js';
import { shorten } from '../../core/text/shorten.js';
import { rangeOfSpan } from '../convert.js';
import type { Studies } from '../study/studies.js';
import type { MemoDiagnostics } from './diagnostics.js';
import { memoOf } from './document.js';

/** The light bulb on a problem of a memo. What it does is an edit of the text, undone like typing. */
export class MemoQuickFixes implements vscode.CodeActionProvider {
  constructor(
    private readonly studies: Studies,
    private readonly diagnostics: MemoDiagnostics,
  ) {}

  async provideCodeActions(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
    const here = this.diagnostics.of(document.uri).filter(one => one.range.intersection(range) !== undefined);
    const found = here.length === 0 ? undefined : await memoOf(this.studies, document);
    if (found === undefined) return [];
    return here.flatMap(diagnostic =>
      memoFixes(found.opened.seen, diagnostic.problem).map((fix, i) => {
        const action = new vscode.CodeAction(titleOf(fix), vscode.CodeActionKind.QuickFix);
        action.edit = new vscode.WorkspaceEdit();
        action.edit.replace(document.uri, rangeOfSpan(document, found.memo.points, fix.span), fix.text);
        action.diagnostics = [diagnostic];
        action.isPreferred = i === 0;
        return action;
      }),
    );
  }
}

function titleOf({ kind, label, text }: MemoFix): string {
  switch (kind) {
    case 'quote':
      return vscode.l10n.t('Update the quote: “{0}”', shorten(label, 60));
    case 'entry':
      return vscode.l10n.t('Link to “{0}” ({1})', label, text);
    case 'excerpt':
      return vscode.l10n.t('Link to the excerpt {0}', label);
    case 'transcript':
      return vscode.l10n.t('Link to the transcript {0} as a whole', label);
  }
}
