import type * as vscode from 'vscode';
import { whenAsked } from './whenAsked.js';

/** What somebody was writing when completion was asked for; the document may have gone on since. */
export interface Asked {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
  /** The line of the position, as it was then. */
  readonly line: string;
  readonly context: vscode.CompletionContext;
}

export interface Completing {
  complete(asked: Asked): Promise<vscode.CompletionItem[] | vscode.CompletionList | undefined>;
}

/**
 * Completion that is loaded when it is asked for the first time. Whoever types does not wait for it, so it is told the line that its position
 * belongs to: in the line as it is later, the position is somewhere else. The editor moves what it answers to where the cursor is by then.
 * @param load imports and makes it
 */
export function completionWhenAsked(load: () => Promise<Completing>): vscode.CompletionItemProvider {
  const completion = whenAsked(load, 'complete');
  return {
    provideCompletionItems: (document, position, _token, context) =>
      completion.complete({ document, position, line: document.lineAt(position.line).text, context }),
  };
}
