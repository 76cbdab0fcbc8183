import * as vscode from 'vscode';
import { type TranscriptFigures, TranscriptFiguresOf } from '../../core/analysis/transcriptFigures.js';
import { Disposables } from '../common/disposables.js';
import { takingTurns } from '../common/turns.js';
import { View } from '../ids.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';

/** Transcripts of which something may be new. Without paths: all of the study. */
export interface FiguresChange {
  readonly opened: OpenStudy;
  readonly paths?: readonly string[];
}

/** From so many transcripts on, reading them shows as progress in the view. */
const MANY = 10;

/**
 * What is in the transcripts, for as long as somebody looks: read one after the other, with a pause for everything else
 * in between, and kept until it changes. Nothing is read while the view is out of sight.
 */
export class Figures implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly read = this.disposables.add(new vscode.EventEmitter<FiguresChange>());
  private readonly stale = this.disposables.add(new vscode.EventEmitter<FiguresChange>());
  private readonly byStudy = new WeakMap<OpenStudy, TranscriptFiguresOf>();
  private readonly queue = new Map<string, { opened: OpenStudy; path: string }>();
  private isReading = false;
  private isWatched = false;

  /** Fires when transcripts were read. */
  readonly onDidRead = this.read.event;
  /** Fires when files of a study changed and with them, maybe, figures or states of transcripts. */
  readonly onDidChange = this.stale.event;

  constructor(studies: Studies) {
    this.disposables.add(
      studies.onDidChange(({ opened, paths }) => {
        const concerned = this.of(opened).changed(paths);
        this.stale.fire({ opened, ...(concerned === undefined ? {} : { paths: concerned }) });
      }),
    );
  }

  dispose(): void {
    this.queue.clear();
    this.isWatched = false;
    this.disposables.dispose();
  }

  /** What is known of a transcript by now. */
  known(opened: OpenStudy, path: string): TranscriptFigures | undefined {
    return this.of(opened).known(path);
  }

  /** Whether reading waits or goes on. */
  get isBusy(): boolean {
    return this.isReading;
  }

  /** Asks for the figures of transcripts; those that are known are not read again. */
  want(opened: OpenStudy, paths: readonly string[]): void {
    const figures = this.of(opened);
    for (const path of paths) if (figures.isDue(path)) this.queue.set(`${opened.root} ${path}`, { opened, path });
    this.start();
  }

  /** Reads what is wanted as long as somebody looks. */
  watch(isWatched: boolean): void {
    this.isWatched = isWatched;
    this.start();
  }

  private of(opened: OpenStudy): TranscriptFiguresOf {
    const known = this.byStudy.get(opened);
    if (known !== undefined) return known;
    const figures = new TranscriptFiguresOf(opened.seen);
    this.byStudy.set(opened, figures);
    return figures;
  }

  private start(): void {
    if (this.isReading || !this.isWatched || this.queue.size === 0) return;
    this.isReading = true;
    const work = this.readAll().finally(() => {
      this.isReading = false;
      this.start();
    });
    if (this.queue.size < MANY) return;
    const options = { location: { viewId: View.transcripts }, title: vscode.l10n.t('Reading the transcripts') };
    vscode.window.withProgress(options, () => work).then(undefined, () => undefined);
  }

  private async readAll(): Promise<void> {
    const pause = takingTurns();
    for (let next = this.next(); next !== undefined && this.isWatched; next = this.next()) {
      const { opened, path } = next;
      this.queue.delete(`${opened.root} ${path}`);
      await this.of(opened).get(path);
      this.read.fire({ opened, paths: [path] });
      // Typing and drawing come first.
      await pause();
    }
  }

  private next(): { opened: OpenStudy; path: string } | undefined {
    return this.queue.values().next().value;
  }
}
