import * as vscode from 'vscode';
import { pointsOf, rangeOfSpan } from '../convert.js';
import { columnBeside } from '../excerpts/besidePage.js';
import type { Flash } from '../reveal/flash.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { WhereToLook } from './choices.js';

/** Shows a place of a transcript beside a page and lights it up; the cursor goes to its start. */
export async function showPlace(
  opened: OpenStudy,
  panel: vscode.WebviewPanel,
  { transcript, ...span }: WhereToLook,
  { keepFocus, flash }: { keepFocus: boolean; flash: Flash },
): Promise<void> {
  const uri = opened.uri(transcript);
  const document = await vscode.workspace.openTextDocument(uri);
  const viewColumn = columnBeside(panel, uri);
  const editor = await vscode.window.showTextDocument(document, { preserveFocus: keepFocus, viewColumn });
  const range = rangeOfSpan(document, pointsOf(document), span);
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  if (!range.isEmpty) flash.show(editor, range);
}
