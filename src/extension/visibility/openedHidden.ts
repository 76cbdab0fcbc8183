import * as vscode from 'vscode';
import type { Studies } from '../study/studies.js';

/**
 * Says so, once for each file, when somebody opens the very file of a colleague whose work is hidden: what stands in it is not ours to keep
 * from them, but nobody should come upon it unawares.
 */
export function registerOpenedHidden(studies: Studies): vscode.Disposable {
  const told = new Set<string>();
  const look = (editor: vscode.TextEditor | undefined): void => {
    if (editor === undefined) return;
    const { uri } = editor.document;
    const opened = studies.peek(uri);
    const path = opened?.path(uri);
    if (opened === undefined || path === undefined || !opened.hides(path) || told.has(uri.toString())) return;
    told.add(uri.toString());
    const message = vscode.l10n.t(
      'Verbatim: this is a file of a colleague whose codings are hidden from you everywhere else. Close it if you did not mean to see them.',
    );
    vscode.window.showWarningMessage(message).then(undefined, () => undefined);
  };
  return vscode.window.onDidChangeActiveTextEditor(look);
}
