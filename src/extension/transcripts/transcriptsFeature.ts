import * as vscode from 'vscode';
import type { TranscriptSort } from '../../core/analysis/transcriptOrder.js';
import type { ReadingState } from '../../core/reading/state.js';
import type { Coder } from '../coding/coder.js';
import { Disposables } from '../common/disposables.js';
import { loadedCommands } from '../common/loadedCommands.js';
import { announce } from '../common/report.js';
import type { History } from '../history/history.js';
import { Command } from '../ids.js';
import type { Studies } from '../study/studies.js';
import { TranscriptsArrangement } from './arrangement.js';
import { Figures } from './figures.js';
import { TranscriptTargets } from './target.js';
import { TranscriptsTree } from './transcriptsTree.js';
import { TranscriptsView } from './transcriptsView.js';
import { sortLabel } from './words.js';

/** What the view of transcripts needs. */
export interface TranscriptsServices {
  readonly studies: Studies;
  readonly coder: Coder;
  readonly history: History;
}

/** The Transcripts view: what there is to read, how far everybody has come, and the notes without codes. */
export class TranscriptsFeature implements vscode.Disposable {
  private readonly disposables = new Disposables();
  readonly figures: Figures;
  readonly tree: TranscriptsTree;
  readonly view: TranscriptsView;

  constructor({ studies, coder, history }: TranscriptsServices, memory: vscode.Memento) {
    const arrangement = this.disposables.add(new TranscriptsArrangement(memory));
    this.figures = this.disposables.add(new Figures(studies));
    this.tree = this.disposables.add(new TranscriptsTree(studies, coder, arrangement, this.figures));
    this.view = this.disposables.add(new TranscriptsView(studies, this.tree, this.figures));
    const targets = this.disposables.add(new TranscriptTargets(studies, this.view.tree));
    const services = { targets, coder, history };
    const marks: readonly (readonly [ReadingState, string])[] = [
      ['unread', Command.markUnread],
      ['read', Command.markRead],
      ['coded', Command.markCoded],
      ['done', Command.markDone],
    ];
    const command = loadedCommands(this.disposables, () => import('./loaded.js'));
    for (const [state, id] of marks) command(id, ({ markAs }, args) => markAs(state, args, services));
    command(Command.setReadingState, ({ askState }, args) => askState(args, services));
    command(Command.openNextUnread, ({ openNextUnread }) => openNextUnread(studies, this.tree));
    const sorts: readonly (readonly [TranscriptSort, string, string])[] = [
      ['name', Command.sortTranscriptsByName, Command.sortedTranscriptsByName],
      ['state', Command.sortTranscriptsByState, Command.sortedTranscriptsByState],
      ['kind', Command.sortTranscriptsByKind, Command.sortedTranscriptsByKind],
      ['scope', Command.sortTranscriptsByScope, Command.sortedTranscriptsByScope],
    ];
    const sortBy = async (sort: TranscriptSort): Promise<void> => {
      await arrangement.sortBy(sort);
      announce(`$(list-ordered) ${sortLabel(sort)}`);
    };
    for (const [sort, ...ids] of sorts) for (const id of ids) command(id, () => sortBy(sort));
    command(Command.filterTranscripts, async ({ askForStates }) => askForStates(this.tree, await studies.toRead()));
    command(Command.showAllTranscripts, async () => {
      await arrangement.filterBy({});
      announce(vscode.l10n.t('$(filter) All transcripts are shown'));
    });
  }

  dispose(): void {
    this.disposables.dispose();
  }
}
