import * as vscode from 'vscode';
import type { Corpus } from '../../core/analysis/corpus/corpus.js';
import { Newest } from '../common/newest.js';
import { progressPace } from '../common/progressPace.js';
import type { CorpusOfStudy } from '../study/corpora.js';
import type { Page } from './page.js';

/** What a page is told while a study is read for it. */
export interface ReadingMessage {
  readonly type: 'reading';
  readonly text: string;
  /** What the button says that stops it. */
  readonly cancel: string;
}

/** Reads for a page what can be asked of a study; the page hears how far that has come, and a person may stop it there. */
export class CorpusReading {
  /** The reading that is going on; the next one stops it, and answers for both: who saves what a page shows may ask while it is being drawn. */
  private reading = { cancelled: false };
  private readonly newest = new Newest<Corpus>();
  /** A person stopped it: what is missing is read when they ask for it. */
  private isStopped = false;

  constructor(
    private readonly corpus: CorpusOfStudy,
    private readonly page: Pick<Page<ReadingMessage, never>, 'tell'>,
  ) {}

  /** @returns what was read by now; not complete where a person stopped it */
  async read(): Promise<Corpus> {
    this.reading.cancelled = true;
    const reading = { cancelled: this.isStopped };
    this.reading = reading;
    const isDue = progressPace(true);
    const progress = (done: number, total: number): void => {
      if (reading.cancelled || !isDue()) return;
      const text = vscode.l10n.t('Reading the transcripts: {0} of {1}', done, total);
      // Not as a state: a page that has none yet is told as well.
      this.page.tell({ type: 'reading', text, cancel: vscode.l10n.t('Cancel') });
    };
    return this.newest.take(this.corpus.read({ progress, cancellation: reading }));
  }

  /** A person wants no more of it: what is read by now is what there is. */
  stop(): void {
    this.isStopped = true;
    this.reading.cancelled = true;
  }

  /** A person wants all of it after all: the next reading goes on. */
  goOn(): void {
    this.isStopped = false;
  }

  dispose(): void {
    this.reading.cancelled = true;
  }
}
