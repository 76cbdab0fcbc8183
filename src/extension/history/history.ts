import * as vscode from 'vscode';
import { type Action, EMPTY_HISTORY, type HistoryState, record, redo, undo } from '../../core/coding/history.js';
import { EditConflict } from '../../core/text/lineEdit.js';
import { Disposables } from '../common/disposables.js';
import { announce, orReport } from '../common/report.js';
import { Command } from '../ids.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';

/** Undo and redo of coding actions, one history a study, kept across a reload of the window. */
export class History implements vscode.Disposable {
  private readonly disposables = new Disposables();
  /** The study that was worked on last: the one an undo means. */
  private last: OpenStudy | undefined;

  constructor(
    private readonly studies: Studies,
    private readonly memory: vscode.Memento,
  ) {
    const step = (run: typeof undo, done: (title: string) => string, nothing: string) => () =>
      orReport(() => this.step(run, done, nothing));
    this.disposables.add(
      vscode.commands.registerCommand(
        Command.undo,
        step(
          undo,
          title => vscode.l10n.t('$(discard) Undone: {0}', title),
          vscode.l10n.t('There is no coding action to undo.'),
        ),
      ),
      vscode.commands.registerCommand(
        Command.redo,
        step(
          redo,
          title => vscode.l10n.t('$(redo) Done again: {0}', title),
          vscode.l10n.t('There is no coding action to redo.'),
        ),
      ),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** Remembers an action that was just done. */
  async remember(opened: OpenStudy, action: Action): Promise<void> {
    if (action.edits.every(edit => edit.edits.length === 0)) return;
    this.last = opened;
    await this.store(opened, record(this.load(opened), action));
  }

  private async step(run: typeof undo, done: (title: string) => string, nothing: string): Promise<void> {
    const opened = await this.studies.current(this.last);
    try {
      const result = opened && (await run(opened.study, this.load(opened)));
      if (opened === undefined || result === undefined) {
        announce(nothing);
        return;
      }
      await this.store(opened, result.history);
      announce(done(result.action.title));
    } catch (error) {
      if (!(error instanceof EditConflict)) throw error;
      throw new Error(
        vscode.l10n.t('Somebody changed the same lines since. Nothing was undone; change the coding by hand.'),
      );
    }
  }

  private load(opened: OpenStudy): HistoryState {
    return this.memory.get<HistoryState>(keyOf(opened)) ?? EMPTY_HISTORY;
  }

  private store(opened: OpenStudy, history: HistoryState): Thenable<void> {
    return this.memory.update(keyOf(opened), history);
  }
}

const keyOf = (opened: OpenStudy): string => `verbatim.history ${opened.root.toString()}`;
