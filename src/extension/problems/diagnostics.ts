import * as vscode from 'vscode';
import type { Pieces } from '../../core/pieces.js';
import type { Problem } from '../../core/problem.js';
import { grouped } from '../../core/text/grouped.js';
import { Delayed } from '../common/delay.js';
import { Disposables } from '../common/disposables.js';
import { inTurns } from '../common/turns.js';
import { Setting } from '../ids.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import { severities } from './severity.js';

const SOURCE = 'Verbatim';
const PAUSE = 150;
/** A column beyond the end of every line: VS Code takes it for the end. */
const LINE_END = 100_000;

/** A diagnostic that remembers the problem it shows, for its quick fixes. */
export class ProblemDiagnostic extends vscode.Diagnostic {
  constructor(
    readonly problem: Problem,
    readonly opened: OpenStudy,
    severity: vscode.DiagnosticSeverity,
  ) {
    const [from, to] = problem.columns ?? [0, LINE_END];
    super(
      new vscode.Range(problem.line - 1, from, problem.line - 1, to),
      `${problem.message} ${problem.remedy}`,
      severity,
    );
    this.source = SOURCE;
    this.code = problem.rule;
  }
}

/** Shows the problems of every study in the Problems panel, and keeps them up to date. */
export class Diagnostics implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly collection = this.disposables.add(vscode.languages.createDiagnosticCollection('verbatim'));
  private readonly stale = new Set<OpenStudy>();
  /** Addresses that have diagnostics of a study. */
  private readonly shown = new Map<OpenStudy, Set<string>>();
  /** The newest look at each study. */
  private readonly looks = new Map<OpenStudy, object>();

  constructor(studies: Studies) {
    const soon = this.disposables.add(new Delayed(() => this.update(), PAUSE));
    this.disposables.add(
      studies.onDidChange(({ opened }) => {
        this.stale.add(opened);
        soon.trigger();
      }),
    );
    // The places of codings are checked in the transcripts that somebody has open; `verbatim check` does them all.
    const noteOpen = (document: vscode.TextDocument): void => {
      const opened = document.languageId === 'markdown' ? studies.peek(document.uri) : undefined;
      if (opened === undefined) return;
      this.stale.add(opened);
      soon.trigger();
    };
    this.disposables.add(
      vscode.workspace.onDidOpenTextDocument(noteOpen),
      vscode.workspace.onDidSaveTextDocument(noteOpen),
      vscode.workspace.onDidChangeConfiguration(event => {
        if (!event.affectsConfiguration(Setting.section)) return;
        for (const opened of this.shown.keys()) this.stale.add(opened);
        soon.trigger();
      }),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** The diagnostics of a file, with the problems they show. */
  of(uri: vscode.Uri): readonly ProblemDiagnostic[] {
    return (this.collection.get(uri) ?? []) as readonly ProblemDiagnostic[];
  }

  private update(): void {
    for (const opened of this.stale) this.updateStudy(opened).then(undefined, () => undefined);
    this.stale.clear();
  }

  private async updateStudy(opened: OpenStudy): Promise<void> {
    const look = {};
    this.looks.set(opened, look);
    const open = vscode.workspace.textDocuments
      .map(document => opened.transcriptPath(document))
      .filter(path => path !== undefined);
    const { problemsOf } = await import('./problemsOf.js');
    const problems = await problemsOf(opened, new Set(open));
    await inTurns(this.show(opened, problems, () => this.looks.get(opened) === look));
  }

  /** Shows problems file by file. @param isNewest false once a later look has begun: what that finds is newer */
  private *show(opened: OpenStudy, problems: readonly Problem[], isNewest: () => boolean): Pieces<void> {
    const severity = severities(opened);
    const shown = this.shown.get(opened) ?? new Set();
    this.shown.set(opened, shown);
    const gone = new Set(shown);
    for (const [file, ofFile] of grouped(problems, problem => problem.file)) {
      if (!isNewest()) return;
      const diagnostics = ofFile.flatMap(problem => {
        const level = severity(problem);
        return level === undefined ? [] : [new ProblemDiagnostic(problem, opened, level)];
      });
      if (diagnostics.length === 0) continue;
      const uri = opened.uri(file);
      shown.add(uri.toString());
      gone.delete(uri.toString());
      this.collection.set(uri, diagnostics);
      yield;
    }
    if (!isNewest()) return;
    for (const address of gone) {
      this.collection.delete(vscode.Uri.parse(address));
      shown.delete(address);
    }
  }
}
