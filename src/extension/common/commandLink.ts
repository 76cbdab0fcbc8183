import * as vscode from 'vscode';

/** Address that runs a command with one argument when somebody selects it. */
export function commandLink(command: string, argument: object): vscode.Uri {
  return vscode.Uri.parse(`command:${command}?${encodeURIComponent(JSON.stringify([argument]))}`);
}
