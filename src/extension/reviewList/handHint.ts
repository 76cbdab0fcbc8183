import * as vscode from 'vscode';
import { Disposables } from '../common/disposables.js';

/** Says behind the cursor, where the eye is, how a search by hand ends. It is no part of the text. */
export class HandHint implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly decoration = this.disposables.add(
    vscode.window.createTextEditorDecorationType({
      after: { color: new vscode.ThemeColor('editorCodeLens.foreground'), margin: '0 0 0 2em', fontStyle: 'italic' },
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    }),
  );
  private words: ((hasSelection: boolean) => string) | undefined;

  constructor() {
    this.disposables.add(
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.draw(textEditor)),
      vscode.window.onDidChangeActiveTextEditor(editor => editor && this.draw(editor)),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** @param words what is said while nothing is selected, and while something is; undefined: nothing is said any more */
  show(words: ((hasSelection: boolean) => string) | undefined): void {
    this.words = words;
    for (const editor of vscode.window.visibleTextEditors) this.draw(editor);
  }

  private draw(editor: vscode.TextEditor): void {
    const { selection, document } = editor;
    const isHere = this.words !== undefined && editor === vscode.window.activeTextEditor;
    if (!isHere || document.languageId !== 'markdown') {
      editor.setDecorations(this.decoration, []);
      return;
    }
    const { range } = document.lineAt(selection.active.line);
    const contentText = this.words?.(!selection.isEmpty) ?? '';
    editor.setDecorations(this.decoration, [
      { range: new vscode.Range(range.end, range.end), renderOptions: { after: { contentText } } },
    ]);
  }
}
