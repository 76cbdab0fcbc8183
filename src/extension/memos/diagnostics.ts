import * as vscode from 'vscode';
import { isMemo } from '../../core/study/layout.js';
import { Disposables } from '../common/disposables.js';
import { WatchedDocuments } from '../common/watchedDocuments.js';
import { ProblemDiagnostic } from '../problems/diagnostics.js';
import { severities } from '../problems/severity.js';
import type { Studies } from '../study/studies.js';
import { memoOf } from './document.js';

/** How long typing pauses before links and quotes are looked at. Milliseconds. */
const PAUSE = 300;

/**
 * Shows the problems of the memos that are open, as they stand in their editors; `verbatim check` looks at all. Only the
 * transcripts that they quote are read.
 */
export class MemoDiagnostics implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly collection = this.disposables.add(vscode.languages.createDiagnosticCollection('verbatim-memos'));

  constructor(private readonly studies: Studies) {
    const documents = new WatchedDocuments({
      isOurs: document => this.isMemo(document),
      update: document => this.updateOne(document),
      closed: ({ uri }) => this.collection.delete(uri),
      pause: PAUSE,
    });
    this.disposables.add(
      documents,
      // What a memo names or quotes may have changed.
      studies.onDidChange(({ opened }) => {
        for (const document of vscode.workspace.textDocuments)
          if (opened.path(document.uri) !== undefined) documents.note(document);
      }),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** The diagnostics of a memo, with the problems they show. */
  of(uri: vscode.Uri): readonly ProblemDiagnostic[] {
    return (this.collection.get(uri) ?? []) as readonly ProblemDiagnostic[];
  }

  private isMemo(document: vscode.TextDocument): boolean {
    const path = document.languageId === 'markdown' ? this.studies.peek(document.uri)?.path(document.uri) : undefined;
    return path !== undefined && isMemo(path);
  }

  private async updateOne(document: vscode.TextDocument): Promise<void> {
    const { version } = document;
    const found = await memoOf(this.studies, document);
    if (found === undefined) return;
    const { opened, memo } = found;
    const { memoProblems, quoteProblems } = await import('../../core/memos/problems.js');
    // A link to what is hidden leads somewhere; its passage is not told.
    const problems = [...memoProblems(opened.study, memo), ...(await quoteProblems(opened.seen, memo))];
    // Somebody typed meanwhile: what comes then is right, and this is not.
    if (document.isClosed || document.version !== version) return;
    const severity = severities(opened);
    const shown = problems.flatMap(problem => {
      const level = severity(problem);
      return level === undefined ? [] : [new ProblemDiagnostic(problem, opened, level)];
    });
    this.collection.set(document.uri, shown);
  }
}
