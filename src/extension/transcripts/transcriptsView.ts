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
    figures: Figures,
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
      rows.onDidChangeTreeData(() => void this.showFilter()),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private async showFilter(): Promise<void> {
    // Without a filter there is nothing to say, and nothing is read to say it.
    const isFiltered = this.rows.arrangement.wish.states.length > 0;
    const message = isFiltered ? filterMessage(this.rows, await this.studies.toRead()) : '';
    if ((this.tree.message ?? '') !== message) this.tree.message = message;
  }
}
