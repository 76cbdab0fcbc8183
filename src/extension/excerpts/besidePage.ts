import * as vscode from 'vscode';
import { Command } from '../ids.js';
import type { OpenStudy } from '../study/openStudy.js';

/**
 * The column to show a file in so that it does not cover a page: where it is open already, else where texts are read, else
 * any other column, else a new one beside the page.
 */
export function columnBeside(panel: vscode.WebviewPanel, uri: vscode.Uri): vscode.ViewColumn {
  const { tabGroups, visibleTextEditors } = vscode.window;
  const others = tabGroups.all.filter(group => group.viewColumn !== panel.viewColumn);
  const has = (group: vscode.TabGroup): boolean =>
    group.tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString());
  const isText = (group: vscode.TabGroup): boolean =>
    visibleTextEditors.some(({ viewColumn }) => viewColumn === group.viewColumn);
  const group = others.find(has) ?? others.find(isText) ?? others[0];
  return group?.viewColumn ?? vscode.ViewColumn.Beside;
}

/** A passage of a study: the transcript, relative to it, and the id of its coding. */
interface PassageOfStudy {
  readonly opened: OpenStudy;
  readonly transcript: string;
  readonly id: string;
}

/** Shows a coded passage in its transcript, beside a page. @param keepFocus whether the keyboard stays on the page */
export async function revealBeside(
  panel: vscode.WebviewPanel,
  { opened, transcript, id }: PassageOfStudy,
  keepFocus = false,
): Promise<void> {
  const uri = opened.uri(transcript);
  const options = { keepFocus, column: columnBeside(panel, uri) };
  await vscode.commands.executeCommand(Command.revealCoding, { uri: uri.toString(), id }, options);
}
