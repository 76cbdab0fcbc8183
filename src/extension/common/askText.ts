import * as vscode from 'vscode';

/** Stands for the end of a line where a text of several is edited in one. */
const LINE_END = ' ⏎ ';

/**
 * Asks for a short text, of one line or several.
 * @param before what it says so far; where nothing is changed, it comes back byte for byte
 * @returns undefined where the person turned away
 */
export async function askText(title: string, prompt: string, before = ''): Promise<string | undefined> {
  const shown = before.replace(/\r\n?|\n/g, LINE_END);
  const typed = await vscode.window.showInputBox({
    title,
    prompt,
    placeHolder: vscode.l10n.t('Your note'),
    value: shown,
    valueSelection: [shown.length, shown.length],
    ignoreFocusOut: true,
  });
  if (typed === shown) return before;
  return typed?.replace(/ ?⏎ ?/g, before.includes('\r\n') ? '\r\n' : '\n');
}
