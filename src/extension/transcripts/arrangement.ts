import * as vscode from 'vscode';
import type { Relevance } from '../../core/analysis/relevance.js';
import type { TranscriptSort } from '../../core/analysis/transcriptOrder.js';
import type { ReadingState } from '../../core/reading/state.js';
import { Context } from '../ids.js';

/** How a person wants to see the transcripts. */
export interface TranscriptsWish {
  readonly sort: TranscriptSort;
  /** Only transcripts in these states of the person's own; none: all. */
  readonly states: readonly ReadingState[];
  /** Only transcripts that have this to do with the scope of the study; none: all. */
  readonly relevances: readonly Relevance[];
}

const KEY = 'verbatim.transcriptsArrangement';
const EVERYTHING: TranscriptsWish = { sort: 'name', states: [], relevances: [] };

/** In which order the Transcripts view shows what; kept for the workspace. */
export class TranscriptsArrangement implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private now: TranscriptsWish;

  /** Fires when the order or the filter changes. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly memory: vscode.Memento) {
    this.now = { ...EVERYTHING, ...memory.get<Partial<TranscriptsWish>>(KEY) };
    this.setContexts();
  }

  dispose(): void {
    this.changed.dispose();
  }

  get wish(): TranscriptsWish {
    return this.now;
  }

  sortBy(sort: TranscriptSort): Promise<void> {
    return this.set({ ...this.now, sort });
  }

  /** Shows some transcripts only; nothing chosen: all. */
  filterBy(only: Partial<Pick<TranscriptsWish, 'states' | 'relevances'>>): Promise<void> {
    return this.set({ ...this.now, states: [], relevances: [], ...only });
  }

  /** Whether some transcripts may be left out. */
  get isFiltered(): boolean {
    return this.now.states.length + this.now.relevances.length > 0;
  }

  private async set(wish: TranscriptsWish): Promise<void> {
    this.now = wish;
    this.setContexts();
    this.changed.fire();
    await this.memory.update(KEY, wish);
  }

  private setContexts(): void {
    void vscode.commands.executeCommand('setContext', Context.transcriptsSort, this.now.sort);
    void vscode.commands.executeCommand('setContext', Context.transcriptsFiltered, this.isFiltered);
  }
}
