import * as vscode from 'vscode';
import { Disposables } from '../common/disposables.js';
import { View } from '../ids.js';
import type { Studies } from '../study/studies.js';
import type { Figures } from './figures.js';
import { filterMessage } from './filter.js';
import type { TranscriptsNode } from './nodes.js';
import type { TranscriptsTree } from './transcriptsTree.js';

/** The Transcripts view as a window has it. Transcripts are read as long as it is in sight. */
export class TranscriptsView implements vscode.Disposable {
  private readonly disposables = new Disposables();
  readonly tree: vscode.TreeView<TranscriptsNode>;

  constructor(
    private readonly studies: Studies,
    private readonly rows: TranscriptsTree,
    private readonly figures: Figures,
  ) {
    this.tree = this.disposables.add(
      vscode.window.createTreeView<TranscriptsNode>(View.transcripts, {
        treeDataProvider: rows,
        showCollapseAll: true,
        canSelectMany: true,
      }),
    );
    figures.watch(this.tree.visible);
    this.disposables.add(
      this.tree.onDidChangeVisibility(({ visible }) => figures.watch(visible)),
      rows.onDidChangeTreeData(() => {
        void this.showFilter();
        void this.showBadge();
      }),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private async showFilter(): Promise<void> {
    // Without a filter there is nothing to say, and nothing is read to say it.
    const isFiltered = this.rows.arrangement.isFiltered;
    const message = isFiltered ? filterMessage(this.rows, await this.studies.toRead()) : '';
    if ((this.tree.message ?? '') !== message) this.tree.message = message;
  }

  /** How many codings wait for a decision, as far as the transcripts have been read. */
  private async showBadge(): Promise<void> {
    let count = 0;
    for (const opened of await this.studies.toRead()) {
      for (const path of opened.seen.transcriptPaths())
        for (const { inDoubt } of this.figures.known(opened, path)?.coders ?? []) count += inDoubt;
    }
    if ((this.tree.badge?.value ?? 0) === count) return;
    const tooltip = count === 1 ? vscode.l10n.t('1 passage to review') : vscode.l10n.t('{0} passages to review', count);
    this.tree.badge = count === 0 ? undefined : { value: count, tooltip };
  }
}
