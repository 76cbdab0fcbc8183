import * as vscode from 'vscode';
import { Delayed } from './delay.js';
import { Disposables } from './disposables.js';

/** Which documents are looked at again, and how. */
export interface WatchedKind {
  isOurs(document: vscode.TextDocument): boolean;
  /** Looks at one. What is thrown is let go: it is looked at again with the next change. */
  update(document: vscode.TextDocument): Promise<void>;
  /** One was closed. */
  closed(document: vscode.TextDocument): void;
  /** How long typing pauses before documents are looked at. Milliseconds. */
  readonly pause: number;
}

/** The open documents of a kind, each looked at again once typing in it pauses. */
export class WatchedDocuments implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly stale = new Set<vscode.TextDocument>();
  private readonly soon: Delayed;

  constructor(private readonly kind: WatchedKind) {
    this.soon = this.disposables.add(new Delayed(() => this.update(), kind.pause));
    this.disposables.add(
      vscode.workspace.onDidOpenTextDocument(document => this.note(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.note(document)),
      vscode.workspace.onDidCloseTextDocument(document => {
        this.stale.delete(document);
        kind.closed(document);
      }),
    );
    this.noteAll();
  }

  /** A document is to be looked at again, if it is of this kind. */
  note(document: vscode.TextDocument): void {
    if (!this.kind.isOurs(document)) return;
    this.stale.add(document);
    this.soon.trigger();
  }

  /** Every open document of this kind is to be looked at again. */
  noteAll(): void {
    for (const document of vscode.workspace.textDocuments) this.note(document);
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private update(): void {
    for (const document of this.stale) this.kind.update(document).then(undefined, () => undefined);
    this.stale.clear();
  }
}
