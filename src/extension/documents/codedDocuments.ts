import * as vscode from 'vscode';
import { CODEBOOK_FILE } from '../../core/study/layout.js';
import { Delayed } from '../common/delay.js';
import { Disposables } from '../common/disposables.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import type { Visibility } from '../visibility/visibility.js';
import { baseOnDisk } from './baseOnDisk.js';
import type { CodedDocument } from './codedDocument.js';
import { LiveDocument } from './liveDocument.js';
import { Origin } from './origin.js';
import type { TranscriptHere } from './transcriptRecords.js';

export type { CodedDocument, LostInDocument, NoteInDocument, PlacedInDocument } from './codedDocument.js';

/** How long typing pauses before codings that lost their place are looked for. Milliseconds. */
const PAUSE = 700;

/** What is known of an open document. */
interface Open {
  readonly live: LiveDocument;
  readonly origin: Origin;
}

/**
 * Where the codings of the open documents are. A coding is looked up when its document is first looked at and follows the typing
 * from then on; nothing is written here.
 */
export class CodedDocuments implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<vscode.TextDocument>());
  private readonly open = new Map<vscode.TextDocument, Open>();
  private readonly pause = this.disposables.add(new Delayed(() => this.lookForLost(), PAUSE));

  /** Fires when the codings of an open document, or their places, may have changed. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly studies: Studies,
    private readonly visibility: Visibility,
  ) {
    this.disposables.add(visibility.onDidChange(() => this.outdated(() => true)));
    this.disposables.add(studies.onDidChange(({ opened, paths }) => this.studyChanged(opened, paths)));
    this.disposables.add(vscode.workspace.onDidChangeTextDocument(event => this.textChanged(event)));
    this.disposables.add(vscode.workspace.onDidCloseTextDocument(document => this.close(document)));
  }

  dispose(): void {
    for (const document of this.open.keys()) this.close(document);
    this.disposables.dispose();
  }

  /** The codings of a document; undefined where it is not a transcript of a study. */
  async get(document: vscode.TextDocument): Promise<CodedDocument | undefined> {
    const opened = document.languageId === 'markdown' ? await this.studies.of(document.uri) : undefined;
    const here = opened && hereIn(opened, document);
    if (here === undefined) return undefined;
    const { live, origin } = this.openOf(document);
    await origin.known;
    while (!live.isPlaced || live.hasUnplaced(here)) await live.place(here);
    return this.now(live, here);
  }

  /** As `get`, without waiting: undefined as well before anybody looked at the document, or while its study is being read. */
  peek(document: vscode.TextDocument): CodedDocument | undefined {
    const here = this.peekHere(document);
    const live = this.open.get(document)?.live;
    return here !== undefined && live?.isPlaced ? this.now(live, here) : undefined;
  }

  /** What is known of a document that was saved just now; undefined where nobody looked at it. */
  saved(document: vscode.TextDocument): { readonly live: LiveDocument; readonly here: TranscriptHere } | undefined {
    const known = this.open.get(document);
    const here = this.peekHere(document);
    known?.origin.typed();
    return known?.live.isPlaced && here !== undefined ? { live: known.live, here } : undefined;
  }

  /** Says that places in a document may have changed. */
  tell(document: vscode.TextDocument): void {
    this.changed.fire(document);
  }

  private peekHere(document: vscode.TextDocument): TranscriptHere | undefined {
    const opened = document.languageId === 'markdown' ? this.studies.peek(document.uri) : undefined;
    return opened && hereIn(opened, document);
  }

  private now(live: LiveDocument, here: TranscriptHere): CodedDocument {
    return live.now(here, this.visibility.filter(here.opened));
  }

  private openOf(document: vscode.TextDocument): Open {
    const known = this.open.get(document);
    if (known !== undefined) return known;
    const live = new LiveDocument(document);
    const isAsOnDisk = async (): Promise<boolean> => {
      const here = this.peekHere(document);
      return here !== undefined && (await baseOnDisk(here.opened, here.path, document)) !== undefined;
    };
    const origin = new Origin(document, isAsOnDisk, () => {
      live.replaced();
      this.changed.fire(document);
    });
    // One that was closed meanwhile is not kept.
    if (!document.isClosed) this.open.set(document, { live, origin });
    return { live, origin };
  }

  private close(document: vscode.TextDocument): void {
    this.open.get(document)?.origin.dispose();
    if (this.open.delete(document)) this.forgetUnsaved(document);
  }

  /** What was read of a transcript while it had unsaved changes is not what is on disk. */
  private forgetUnsaved(document: vscode.TextDocument): void {
    const here = this.peekHere(document);
    here?.opened.study.transcripts.forget(here.path);
  }

  private textChanged(event: vscode.TextDocumentChangeEvent): void {
    const { document } = event;
    const known = this.open.get(document);
    if (known === undefined) return;
    if (document.isDirty) known.origin.typed();
    if (event.contentChanges.length === 0) return;
    known.live.changed(event);
    if (!document.isDirty) this.forgetUnsaved(document);
    if (!document.isDirty && event.reason === undefined) known.origin.ask();
    this.changed.fire(document);
    this.pause.trigger();
  }

  private lookForLost(): void {
    for (const [document, { live }] of this.open) {
      // Whoever shows the document looks them up.
      if (live.lookUpLost()) this.changed.fire(document);
    }
  }

  private studyChanged(opened: OpenStudy, paths: readonly string[]): void {
    this.outdated(document => {
      const path = opened.transcriptPath(document);
      return path !== undefined && (paths.length === 0 || paths.some(changed => concerns(opened, changed, path)));
    });
  }

  private outdated(isConcerned: (document: vscode.TextDocument) => boolean): void {
    for (const document of vscode.workspace.textDocuments) {
      if (!isConcerned(document)) continue;
      this.open.get(document)?.live.outdated();
      this.changed.fire(document);
    }
  }
}

/** The transcript that a document is in a study; undefined where it is none. */
function hereIn(opened: OpenStudy, document: vscode.TextDocument): TranscriptHere | undefined {
  const path = opened.transcriptPath(document);
  return path === undefined ? undefined : { opened, path };
}

/** Whether a change of one file of the study may change how a transcript looks: its codings and notes, what is known of it, or the codebook. */
function concerns({ study }: OpenStudy, changed: string, transcript: string): boolean {
  return changed === CODEBOOK_FILE || changed === transcript || study.transcriptOf(changed) === transcript;
}
