import * as vscode from 'vscode';
import type { Corpus } from '../../core/analysis/corpus/corpus.js';
import type { CheckedManuscript } from '../../core/manuscript/checked.js';
import type { ManuscriptPeople } from '../../core/manuscript/people.js';
import type { Manuscript } from '../../core/manuscript/quotation.js';
import type { Cancellation } from '../../core/ports.js';
import type { Progress } from '../../core/study/study.js';
import type { CodePoints } from '../../core/text/codePoints.js';
import { Disposables } from '../common/disposables.js';
import { inTurns, takingTurns } from '../common/turns.js';
import type { Corpora, CorpusOfStudy } from '../study/corpora.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import { type ManuscriptPlace, manuscriptPlace } from './manuscriptPlace.js';

/** A manuscript as its editor has it, saved or not. */
export interface ReadManuscript extends ManuscriptPlace {
  readonly manuscript: Manuscript;
  /** Of `manuscript.text`. */
  readonly points: CodePoints;
  readonly corpus: Corpus;
  readonly people: ManuscriptPeople;
}

/** The same, its quotations compared with the transcripts. */
export interface CheckedDocument extends ReadManuscript {
  readonly checked: CheckedManuscript;
}

interface Kept {
  readonly version: number;
  readonly corpus: Corpus;
  readonly path: string;
  readonly read: Promise<ReadManuscript>;
  checked?: Promise<CheckedManuscript>;
}

/** Reads the manuscripts that are open and compares them, once for all who ask; what was read of a study is kept as long as one is open. */
export class ManuscriptChecks implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<OpenStudy>());
  private readonly corpora = new Map<
    OpenStudy,
    { readonly corpus: CorpusOfStudy; readonly listening: vscode.Disposable }
  >();
  private readonly kept = new WeakMap<vscode.TextDocument, Kept>();
  /** Fires where what manuscripts of a study are compared with is another than before. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly studies: Studies,
    private readonly source: Corpora,
  ) {
    this.disposables.add(vscode.workspace.onDidCloseTextDocument(() => this.letGo()));
  }

  dispose(): void {
    for (const opened of [...this.corpora.keys()]) this.forget(opened);
    this.disposables.dispose();
  }

  /** The quotations of a manuscript; undefined where the document is none. */
  async read(document: vscode.TextDocument): Promise<ReadManuscript | undefined> {
    return (await this.keep(document))?.read;
  }

  /** The quotations of a manuscript, compared; undefined where the document is none, or reading was cancelled. */
  async check(
    document: vscode.TextDocument,
    progress?: Progress,
    cancellation?: Cancellation,
  ): Promise<CheckedDocument | undefined> {
    const kept = await this.keep(document, progress, cancellation);
    if (kept === undefined || cancellation?.cancelled) return undefined;
    const read = await kept.read;
    const { opened, manuscript, corpus } = read;
    const textOf = async (path: string): Promise<string> =>
      (await opened.seen.transcripts.glance(path).catch(() => undefined))?.text ?? '';
    const { checkManuscript } = await import('./loaded.js');
    kept.checked ??= checkManuscript(manuscript, corpus, textOf, { pause: takingTurns() });
    return { ...read, checked: await kept.checked };
  }

  /** What was read of a study. */
  async corpus(opened: OpenStudy, progress?: Progress, cancellation?: Cancellation): Promise<Corpus> {
    let entry = this.corpora.get(opened);
    if (entry === undefined) {
      const corpus = this.source.of(opened);
      entry = { corpus, listening: corpus.onDidChange(() => this.changed.fire(opened)) };
      this.corpora.set(opened, entry);
    }
    return entry.corpus.read({ progress, cancellation });
  }

  private async keep(
    document: vscode.TextDocument,
    progress?: Progress,
    cancellation?: Cancellation,
  ): Promise<Kept | undefined> {
    await this.studies.of(document.uri);
    const place = manuscriptPlace(this.studies, document);
    if (place === undefined) return undefined;
    const corpus = await this.corpus(place.opened, progress, cancellation);
    const { CodePoints, manuscriptPeople, readManuscript } = await import('./loaded.js');
    const { version } = document;
    const known = this.kept.get(document);
    if (known?.version === version && known.corpus === corpus && known.path === place.path) return known;
    const people = manuscriptPeople(corpus);
    const { path } = place;
    const read = inTurns(readManuscript(path, document.getText(), people)).then(manuscript => {
      return { ...place, manuscript, points: new CodePoints(manuscript.text), corpus, people };
    });
    const kept: Kept = { version, corpus, path, read };
    this.kept.set(document, kept);
    return kept;
  }

  private letGo(): void {
    for (const opened of [...this.corpora.keys()]) {
      const isUsed = vscode.workspace.textDocuments.some(
        document => !document.isClosed && manuscriptPlace(this.studies, document)?.opened === opened,
      );
      if (!isUsed) this.forget(opened);
    }
  }

  private forget(opened: OpenStudy): void {
    const entry = this.corpora.get(opened);
    this.corpora.delete(opened);
    entry?.listening.dispose();
    entry?.corpus.dispose();
  }
}
