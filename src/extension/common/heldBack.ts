import * as vscode from 'vscode';

/** Says what was held back of a file that has no place for it, such as CSV; nothing where nothing was. */
export function sayHeldBack(statement: readonly string[]): void {
  if (statement.length > 0) void vscode.window.showInformationMessage(statement.join(' '));
}
