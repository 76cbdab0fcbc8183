import * as vscode from 'vscode';
import { ChangeRefused, type CodebookChange } from '../../core/codebook/change.js';
import type { FileEdit } from '../../core/text/lineEdit.js';
import { announce } from '../common/report.js';
import type { History } from '../history/history.js';
import type { OpenStudy } from '../study/openStudy.js';

/** Entries that an action made or changed. */
export interface EntriesChanged {
  readonly opened: OpenStudy;
  readonly ids: readonly string[];
  /** The person is working in the Themes view: it gets the keyboard back. */
  readonly inView: boolean;
}

/** Changes the codebook for a person: each action is one undo, and is announced. */
export class CodebookEditing implements vscode.Disposable {
  /** Fires after each action, so that views can go to what it made. */
  readonly onDidChange: vscode.Event<EntriesChanged>;

  constructor(
    private readonly history: History,
    private readonly changed = new vscode.EventEmitter<EntriesChanged>(),
    private readonly isInView = false,
  ) {
    this.onDidChange = changed.event;
  }

  /** The same for somebody who works in the Themes view. */
  inView(): CodebookEditing {
    return new CodebookEditing(this.history, this.changed, true);
  }

  dispose(): void {
    this.changed.dispose();
  }

  /**
   * Makes changes that belong together.
   * @param title what is done, in a few words: “Renamed Hope to Hoping”
   * @throws Error that says why a change cannot be made and what to do
   */
  async change(opened: OpenStudy, changes: readonly CodebookChange[], title: string, icon = 'check'): Promise<void> {
    const { changeCodebookOf } = await import('../../core/study/changeCodebook.js');
    const { edits, ids } = await refusalsAsErrors(() => changeCodebookOf(opened.study, ...changes));
    if (edits.length === 0) {
      announce(vscode.l10n.t('$(info) Nothing to change: it is so already.'));
      return;
    }
    await this.finish(opened, title, edits, ids, icon);
  }

  /** Remembers what was done as one action, announces it and lets views go to what it made. */
  async finish(
    opened: OpenStudy,
    title: string,
    edits: readonly FileEdit[],
    ids: readonly string[],
    icon = 'check',
  ): Promise<void> {
    await this.history.remember(opened, { title, edits });
    announce(`$(${icon}) ${title}`);
    this.changed.fire({ opened, ids, inView: this.isInView });
  }
}

/** Runs work of the core; a change that it refuses becomes one message that says what is wrong and what to do. */
export async function refusalsAsErrors<T>(work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ChangeRefused ? new Error(`${error.message} ${error.remedy}`) : error;
  }
}
