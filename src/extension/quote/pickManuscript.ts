import * as vscode from 'vscode';
import { announce } from '../common/report.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { LastManuscript } from './lastManuscript.js';

/** Asks for a manuscript of a study; without any there is nothing to ask, which is said. */
export async function pickManuscript(opened: OpenStudy, placeHolder: string): Promise<string | undefined> {
  const paths = opened.manuscriptPaths;
  if (paths.length === 0) {
    announce(
      vscode.l10n.t('$(info) There is no manuscript yet. Manuscripts are Markdown files in the folder “paper”.'),
    );
    return undefined;
  }
  const icon = new vscode.ThemeIcon('book');
  const items = paths.map(path => ({ label: path.split('/').at(-1) ?? path, description: path, path, iconPath: icon }));
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.path;
}

/** Lets a person choose the manuscript that quotations go into; they go to its end, until somebody is in it. */
export async function chooseManuscript(opened: OpenStudy, last: LastManuscript): Promise<void> {
  const path = await pickManuscript(opened, vscode.l10n.t('Put quotations into which manuscript?'));
  if (path === undefined) return;
  const document = await vscode.workspace.openTextDocument(opened.uri(path));
  const shown = vscode.window.visibleTextEditors.find(editor => editor.document === document);
  last.choose(opened, path, shown?.selection.active ?? document.lineAt(document.lineCount - 1).range.end);
}
