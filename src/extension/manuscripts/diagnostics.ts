import * as vscode from 'vscode';
import type { QuotationProblem } from '../../core/manuscript/problems.js';
import { transcriptName } from '../../core/study/layout.js';
import { Disposables } from '../common/disposables.js';
import { WatchedDocuments } from '../common/watchedDocuments.js';
import { rangeOfSpan } from '../convert.js';
import type { Studies } from '../study/studies.js';
import type { CheckedDocument, ManuscriptChecks } from './manuscriptChecks.js';
import { manuscriptPlace } from './manuscriptPlace.js';

/** How long typing pauses before quotations are looked at. Milliseconds. */
const PAUSE = 500;

/** A diagnostic that remembers the problem it shows, for its quick fixes. */
export class QuotationDiagnostic extends vscode.Diagnostic {
  constructor(
    readonly problem: QuotationProblem,
    range: vscode.Range,
  ) {
    super(range, `${problem.message} ${problem.remedy}`.trim(), vscode.DiagnosticSeverity.Warning);
    this.source = 'Verbatim';
    this.code = problem.rule;
  }
}

/** Shows what has to be put right about the quotations of the manuscripts that are open, as they stand in their editors. */
export class QuotationDiagnostics implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly collection = this.disposables.add(
    vscode.languages.createDiagnosticCollection('verbatim-quotations'),
  );

  constructor(
    private readonly studies: Studies,
    private readonly checks: ManuscriptChecks,
  ) {
    const documents = new WatchedDocuments({
      isOurs: document => manuscriptPlace(studies, document) !== undefined,
      update: document => this.updateOne(document),
      closed: ({ uri }) => this.collection.delete(uri),
      pause: PAUSE,
    });
    this.disposables.add(
      documents,
      // A study that was read just now, or says now that other files are manuscripts.
      studies.onDidChange(({ opened }) => {
        for (const document of vscode.workspace.textDocuments) {
          if (opened.path(document.uri) === undefined) continue;
          if (manuscriptPlace(studies, document) === undefined) this.collection.delete(document.uri);
          else documents.note(document);
        }
      }),
      checks.onDidChange(() => documents.noteAll()),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** The diagnostics of a manuscript, with the problems they show. */
  of(uri: vscode.Uri): readonly QuotationDiagnostic[] {
    return (this.collection.get(uri) ?? []) as readonly QuotationDiagnostic[];
  }

  private async updateOne(document: vscode.TextDocument): Promise<void> {
    const { version } = document;
    const { quotationProblems } = await import('./loaded.js');
    const checked = await this.checks.check(document);
    // Somebody typed meanwhile: what comes then is right, and this is not.
    if (document.isClosed || document.version !== version) return;
    if (checked === undefined || manuscriptPlace(this.studies, document) === undefined)
      this.collection.delete(document.uri);
    else this.collection.set(document.uri, diagnosticsOf(document, checked, quotationProblems(checked.checked)));
  }
}

function diagnosticsOf(
  document: vscode.TextDocument,
  { points, opened }: CheckedDocument,
  problems: readonly QuotationProblem[],
): QuotationDiagnostic[] {
  return problems.map(problem => {
    const diagnostic = new QuotationDiagnostic(problem, rangeOfSpan(document, points, problem.span));
    const { source } = problem.checked;
    if (source !== undefined) {
      const place = new vscode.Location(opened.uri(source.transcript), new vscode.Position(source.line - 1, 0));
      const what = vscode.l10n.t('{0}, line {1}', transcriptName(source.transcript), source.line);
      diagnostic.relatedInformation = [new vscode.DiagnosticRelatedInformation(place, what)];
    }
    return diagnostic;
  });
}
