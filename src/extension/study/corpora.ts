import * as vscode from 'vscode';
import type { Corpus } from '../../core/analysis/corpus/corpus.js';
import type { CorpusReader } from '../../core/analysis/corpus/corpusReader.js';
import type { Pacing } from '../../core/pieces.js';
import { Delayed } from '../common/delay.js';
import { Disposables } from '../common/disposables.js';
import { takingTurns } from '../common/turns.js';
import type { OpenStudy } from './openStudy.js';
import type { Studies } from './studies.js';

/** Several changes in one go are one; typing in a transcript is once it pauses. Milliseconds. */
const PAUSE = 50;
const TYPING_PAUSE = 400;

/** What can be asked of a study, for one page; put away with it. */
export interface CorpusOfStudy extends vscode.Disposable {
  /** Fires a moment after anything changed that answers depend on. */
  readonly onDidChange: vscode.Event<void>;
  /** As `CorpusReader.read`; as long as nothing changed it is the same one. */
  read(pacing?: Omit<Pacing, 'pause'>): Promise<Corpus>;
}

/** What all pages that ask something of a study have read of it: once for all of them, and kept as long as one is open. */
export class Corpora implements vscode.Disposable {
  private readonly open = new Map<OpenStudy, { readonly corpus: FollowedCorpus; users: number }>();

  constructor(private readonly studies: Studies) {}

  /** What is seen of a study, ready to be asked. */
  of(opened: OpenStudy): CorpusOfStudy {
    const entry = this.open.get(opened) ?? { corpus: new FollowedCorpus(opened, this.studies), users: 0 };
    this.open.set(opened, entry);
    entry.users++;
    const { corpus } = entry;
    let isOpen = true;
    return {
      onDidChange: corpus.onDidChange,
      read: pacing => corpus.read(pacing),
      dispose: () => {
        if (isOpen) entry.users--;
        isOpen = false;
        if (entry.users > 0 || this.open.get(opened) !== entry) return;
        this.open.delete(opened);
        corpus.dispose();
      },
    };
  }

  dispose(): void {
    for (const { corpus } of this.open.values()) corpus.dispose();
    this.open.clear();
  }
}

/** What was read of one study, kept up to date. */
class FollowedCorpus implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<void>());
  /** Missing: nothing is read yet. */
  private reader: CorpusReader | undefined;
  private hidden: string;
  /** What was read last, as long as it is all there is. */
  private latest: Corpus | undefined;
  private changes = 0;
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly opened: OpenStudy,
    studies: Studies,
  ) {
    this.hidden = opened.hidden;
    const soon = this.disposables.add(new Delayed(() => this.changed.fire(), PAUSE));
    const typed = this.disposables.add(new Delayed(() => this.changed.fire(), TYPING_PAUSE));
    this.disposables.add(
      studies.onDidChange(change => {
        if (change.opened === opened && this.forget(change.paths)) soon.trigger();
      }),
      // What is typed in a transcript counts before it is saved.
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const path = contentChanges.length > 0 ? opened.transcriptPath(document) : undefined;
        if (path !== undefined && this.forget([path])) typed.trigger();
      }),
    );
  }

  async read(pacing: Omit<Pacing, 'pause'> = {}): Promise<Corpus> {
    if (this.latest !== undefined) return this.latest;
    const { changes } = this;
    const { CorpusReader } = await import('../../core/analysis/corpus/corpusReader.js');
    this.reader ??= new CorpusReader(this.opened.seen);
    const corpus = await this.reader.read({ ...pacing, pause: takingTurns() });
    if (corpus.complete && changes === this.changes) this.latest = corpus;
    return corpus;
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** @returns whether anything that was read is another thing now */
  private forget(paths: readonly string[]): boolean {
    const isOther = paths.length === 0 || this.opened.hidden !== this.hidden;
    // A transcript that is gone is none any more.
    const wasRead = (path: string): boolean => this.latest?.transcripts.some(one => one.path === path) ?? false;
    const concerned = paths.filter(path => (this.reader?.concerns(path) ?? false) || wasRead(path));
    if (!isOther && concerned.length === 0) return false;
    this.changes++;
    this.latest = undefined;
    // Other work is hidden now, or everything is to be looked at anew.
    if (isOther) this.reader = undefined;
    else this.reader?.forget(concerned);
    this.hidden = this.opened.hidden;
    return true;
  }
}
