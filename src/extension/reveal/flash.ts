import * as vscode from 'vscode';

/** Milliseconds. */
const SHOWN_FOR = 1200;

/** Lights a passage up for a moment, so that the eye finds it. */
export class Flash implements vscode.Disposable {
  private readonly decoration = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchBackground'),
    outline: '1px solid',
    outlineColor: new vscode.ThemeColor('focusBorder'),
  });
  private timer: ReturnType<typeof setTimeout> | undefined;
  private editor: vscode.TextEditor | undefined;

  /** Lights a range up; what was lit up before goes out. */
  show(editor: vscode.TextEditor, range: vscode.Range): void {
    this.end();
    this.editor = editor;
    editor.setDecorations(this.decoration, [range]);
    this.timer = setTimeout(() => this.end(), SHOWN_FOR);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.decoration.dispose();
  }

  private end(): void {
    clearTimeout(this.timer);
    this.editor?.setDecorations(this.decoration, []);
  }
}
