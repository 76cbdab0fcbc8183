import * as vscode from 'vscode';

/** Stands for the end of a line where a note of several is edited in one. */
const LINE_END = ' ⏎ ';

/**
 * Asks for the text of a note.
 * @param before what it says so far
 * @returns undefined where the person turned away
 */
export async function askText(title: string, prompt: string, before = ''): Promise<string | undefined> {
  const value = before.replace(/\r\n?|\n/g, LINE_END);
  const typed = await vscode.window.showInputBox({
    title,
    prompt,
    placeHolder: vscode.l10n.t('Your note'),
    value,
    valueSelection: [value.length, value.length],
    ignoreFocusOut: true,
  });
  return typed?.replace(/ ?⏎ ?/g, '\n');
}
