import * as vscode from 'vscode';

/** Mends all that is safe to mend, for who has it done on saving: `editor.codeActionsOnSave`. */
export const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('verbatim');
