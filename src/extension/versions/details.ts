import * as vscode from 'vscode';

let channel: vscode.OutputChannel | undefined;

/** Shows what git said, below the sentence for people. */
export function showDetails(message: string, details: string): void {
  channel ??= vscode.window.createOutputChannel(vscode.l10n.t('Verbatim: Versions'));
  channel.appendLine(message);
  channel.appendLine(details);
  channel.appendLine('');
  channel.show();
}

/** Puts away what was opened for details. */
export function closeDetails(): void {
  channel?.dispose();
  channel = undefined;
}
