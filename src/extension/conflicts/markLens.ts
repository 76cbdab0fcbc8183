import * as vscode from 'vscode';
import { firstMark } from '../../core/merge/hasMarks.js';
import { Disposables } from '../common/disposables.js';
import { Command } from '../ids.js';
import type { Studies } from '../study/studies.js';
import type { Unsettled } from './unsettled.js';

/** “Decide…” above the first mark of a file that waits for a decision, and at its beginning where it has no marks. */
export class MarkLens implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<void>());
  readonly onDidChangeCodeLenses = this.changed.event;

  constructor(
    private readonly studies: Studies,
    private readonly unsettled: Unsettled,
  ) {
    this.disposables.add(unsettled.onDidChange(() => this.changed.fire()));
  }

  dispose(): void {
    this.disposables.dispose();
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const opened = this.studies.peek(document.uri);
    const path = opened?.path(document.uri);
    if (opened === undefined || path === undefined || !this.unsettled.of(opened).files.includes(path)) return [];
    const line = firstMark(document.getText().replaceAll('\r\n', '\n')) ?? 0;
    const command = {
      command: Command.decideQuestions,
      title: vscode.l10n.t('$(question) Decide: both versions side by side…'),
      arguments: [document.uri],
    };
    return [new vscode.CodeLens(new vscode.Range(line, 0, line, 0), command)];
  }
}
