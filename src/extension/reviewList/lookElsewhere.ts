import type { ElsewhereSearch, Lost } from '../../core/analysis/elsewhere.js';
import type { Disposable } from '../../core/ports.js';
import type { Progress } from '../../webview/review/protocol.js';
import { progressPace } from '../common/progressPace.js';
import { orReport } from '../common/report.js';

/** What is told about the search. */
export interface SearchListener {
  progress(progress: Progress): void;
  /** It came to its end or was stopped. */
  ended(): void;
}

/** Looks for lost passages in other transcripts, in the background and as long as somebody wants it. */
export class LookElsewhere implements Disposable {
  private searching: { cancelled: boolean; isPaused: boolean } | undefined;
  private now: Progress | 'stopped' | undefined;

  constructor(
    private readonly search: ElsewhereSearch,
    private readonly listener: SearchListener,
  ) {}

  dispose(): void {
    this.pause();
  }

  /** How it stands; undefined where there is nothing to look for, or all was looked at. */
  get state(): Progress | 'stopped' | undefined {
    return this.now;
  }

  /** Looks for passages, unless it does already or somebody stopped it. */
  begin(lost: readonly Lost[]): void {
    if (this.searching !== undefined || this.now === 'stopped') return;
    if (lost.length === 0 || !this.search.isDue(lost)) {
      this.now = undefined;
      return;
    }
    const searching = { cancelled: false, isPaused: false };
    this.searching = searching;
    const isDue = progressPace(true);
    const progress = (done: number, total: number): void => {
      this.now = { done, total };
      if (done === total || !isDue()) return;
      this.listener.progress(this.now);
    };
    void orReport(() => this.search.search(lost, progress, searching)).then(isDone => {
      this.now = isDone || searching.isPaused ? undefined : 'stopped';
      this.searching = undefined;
      this.listener.ended();
    });
  }

  /** Stops it until `goOn`. */
  stop(): void {
    if (this.searching !== undefined) this.searching.cancelled = true;
  }

  /** Stops it until the next `begin`. */
  pause(): void {
    if (this.searching !== undefined) Object.assign(this.searching, { cancelled: true, isPaused: true });
  }

  /** Lets `begin` search again after `stop`. */
  goOn(): void {
    this.now = undefined;
  }
}
