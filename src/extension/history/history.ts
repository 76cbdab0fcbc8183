import * as vscode from 'vscode';
import {
  type Action,
  EMPTY_HISTORY,
  followMoves,
  type HistoryState,
  record,
  redo,
  skipRedo,
  skipUndo,
  undo,
} from '../../core/coding/history.js';
import { changesNothing, EditConflict } from '../../core/text/lineEdit.js';
import { Disposables } from '../common/disposables.js';
import { announce, orReport } from '../common/report.js';
import { Command } from '../ids.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';

export type { Action };

/** Undo and redo of coding actions, one history a study, kept across a reload of the window. */
export class History implements vscode.Disposable {
  private readonly disposables = new Disposables();
  /** The study that was worked on last: the one an undo means. */
  private last: OpenStudy | undefined;
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly studies: Studies,
    private readonly memory: vscode.Memento,
  ) {
    const command = (id: string, direction: Direction): vscode.Disposable =>
      vscode.commands.registerCommand(id, () => orReport(() => this.inTurn(() => this.step(direction))));
    this.disposables.add(command(Command.undo, UNDO), command(Command.redo, REDO));
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** Remembers an action that was just done. */
  async remember(opened: OpenStudy, action: Action): Promise<void> {
    if (action.edits.every(changesNothing)) return;
    this.last = opened;
    await this.store(opened, record(this.load(opened), action));
  }

  /**
   * Does work that takes files elsewhere without being an action of ours: what was done in them before can still be
   * undone, and not while they are on their way.
   * @param work answers which files went where
   */
  follow(
    opened: OpenStudy,
    work: () => Promise<readonly { readonly from: string; readonly to: string }[]>,
  ): Promise<void> {
    return this.inTurn(async () => {
      const paths = new Map((await work()).map(({ from, to }) => [from, to]));
      if (paths.size > 0) await this.store(opened, followMoves(this.load(opened), paths));
    });
  }

  private async step(direction: Direction): Promise<void> {
    const opened = await this.studies.current(this.last);
    const before = opened && this.load(opened);
    try {
      const result = opened && before && (await direction.run(opened.study, before));
      if (opened === undefined || result === undefined) {
        announce(`$(info) ${direction.nothing()}`);
        return;
      }
      await this.store(opened, result.history);
      announce(direction.done(result.action.title));
    } catch (error) {
      const title = before && direction.next(before)?.title;
      if (!(error instanceof EditConflict) || opened === undefined || before === undefined || title === undefined)
        throw error;
      // The answer may take its time: it is not waited for in turn.
      void orReport(() => this.offerToSkip(opened, direction, title));
    }
  }

  private async offerToSkip(opened: OpenStudy, direction: Direction, title: string): Promise<void> {
    const skip = vscode.l10n.t('Skip It');
    if ((await vscode.window.showWarningMessage(direction.refused(title), skip)) !== skip) return;
    const now = this.load(opened);
    if (direction.next(now)?.title !== title) return;
    await this.store(opened, direction.skip(now));
    announce(vscode.l10n.t('$(info) Skipped: {0}', title));
  }

  /** One after the other, however fast the key is pressed. */
  private inTurn(work: () => Promise<void>): Promise<void> {
    const result = this.queue.then(work, work);
    this.queue = result.catch(() => undefined);
    return result;
  }

  private load(opened: OpenStudy): HistoryState {
    return this.memory.get<HistoryState>(keyOf(opened)) ?? EMPTY_HISTORY;
  }

  private store(opened: OpenStudy, history: HistoryState): Thenable<void> {
    return this.memory.update(keyOf(opened), history);
  }
}

/** Back or forth: what it does and how it says so. */
interface Direction {
  readonly run: typeof undo;
  /** The action that comes next this way. */
  next(history: HistoryState): Action | undefined;
  /** The history without that action. */
  skip(history: HistoryState): HistoryState;
  done(title: string): string;
  nothing(): string;
  refused(title: string): string;
}

const UNDO: Direction = {
  run: undo,
  next: ({ done }) => done.at(-1),
  skip: skipUndo,
  done: title => vscode.l10n.t('$(discard) Undone: {0}', title),
  nothing: () => vscode.l10n.t('There is no coding action to undo.'),
  refused: title =>
    vscode.l10n.t(
      'Somebody changed the same lines since, so “{0}” cannot be undone. Nothing was changed. Skip it to undo what you did before, or change the coding by hand.',
      title,
    ),
};

const REDO: Direction = {
  run: redo,
  next: ({ undone }) => undone.at(-1),
  skip: skipRedo,
  done: title => vscode.l10n.t('$(redo) Done again: {0}', title),
  nothing: () => vscode.l10n.t('There is no coding action to redo.'),
  refused: title =>
    vscode.l10n.t('Somebody changed the same lines since, so “{0}” cannot be done again. Nothing was changed.', title),
};

const keyOf = (opened: OpenStudy): string => `verbatim.history ${opened.root.toString()}`;
