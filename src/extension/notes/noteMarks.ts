import * as vscode from 'vscode';
import { Delayed } from '../common/delay.js';
import { Disposables } from '../common/disposables.js';
import type { CodedDocuments } from '../documents/codedDocuments.js';

/** While somebody types, VS Code moves the decorations by itself; ours are set again when it pauses. Milliseconds. */
const PAUSE = 60;

/** Marks the passages of notes in every visible transcript: dotted below, a pencil at the end, a mark in the ruler. */
export function registerNoteMarks(documents: CodedDocuments): vscode.Disposable {
  const disposables = new Disposables();
  const color = new vscode.ThemeColor('descriptionForeground');
  const mark = disposables.add(
    vscode.window.createTextEditorDecorationType({
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
      // Below the lines of codings, so that both can be told apart where they overlap.
      borderStyle: 'dotted',
      borderWidth: '0 0 2px 0; transform: translateY(2px)',
      borderColor: color,
      after: { contentText: '✎', color, margin: '0 0 0 0.2em' },
      overviewRulerColor: color,
      overviewRulerLane: vscode.OverviewRulerLane.Right,
    }),
  );
  const paint = async (editor: vscode.TextEditor): Promise<void> => {
    const coded = await documents.get(editor.document);
    const ranges = coded?.notes.map(({ range }) => range) ?? [];
    editor.setDecorations(mark, ranges);
  };
  const paintAll = (): void => {
    for (const editor of vscode.window.visibleTextEditors) paint(editor).then(undefined, () => undefined);
  };
  const soon = disposables.add(new Delayed(paintAll, PAUSE));
  disposables.add(documents.onDidChange(() => soon.trigger()));
  disposables.add(vscode.window.onDidChangeVisibleTextEditors(paintAll));
  paintAll();
  return disposables;
}
