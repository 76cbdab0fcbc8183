import * as vscode from 'vscode';
import type { CodebookEditing, EntriesChanged } from '../codebook/editing.js';
import { Disposables } from '../common/disposables.js';
import { View } from '../ids.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import { ThemesDragAndDrop } from './dragAndDrop.js';
import { filterMessage } from './filter.js';
import type { ThemesNode } from './nodes.js';
import type { ThemesTree } from './themesTree.js';

/** The Themes view as a window has it: what is selected in it, what it says above the rows, where it goes. */
export class ThemesView implements vscode.Disposable {
  private readonly disposables = new Disposables();
  readonly tree: vscode.TreeView<ThemesNode>;
  readonly dragAndDrop: ThemesDragAndDrop;

  constructor(
    private readonly studies: Studies,
    private readonly rows: ThemesTree,
    editing: CodebookEditing,
  ) {
    this.dragAndDrop = new ThemesDragAndDrop(editing.inView());
    this.tree = this.disposables.add(
      vscode.window.createTreeView<ThemesNode>(View.themes, {
        treeDataProvider: rows,
        showCollapseAll: true,
        canSelectMany: true,
        dragAndDropController: this.dragAndDrop,
      }),
    );
    this.disposables.add(
      editing.onDidChange(change => void this.follow(change)),
      rows.onDidChangeTreeData(() => void this.showFilter()),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** Opens the view at a theme or code and selects it; a view that is out of sight is brought forward. */
  async reveal(opened: OpenStudy, id: string, options: { focus: boolean }): Promise<void> {
    const entry = opened.study.entry(id);
    if (entry === undefined) return;
    if (!this.rows.shows(opened, id)) await this.rows.arrangement.filterBy([]);
    // What has just changed must be drawn before it can be gone to.
    this.rows.refreshNow();
    await this.tree.reveal(this.rows.nodeOf(opened, entry), {
      select: true,
      expand: entry.kind === 'theme',
      ...options,
    });
  }

  /** Goes to what an action made, if the view is in sight; the editor allows one row to be selected only. */
  private async follow({ opened, ids, inView }: EntriesChanged): Promise<void> {
    this.rows.refreshNow();
    const shown = ids.find(id => this.rows.shows(opened, id));
    if (!this.tree.visible || shown === undefined) return;
    // Another change may come in between and take the row away: then there is nothing to go to.
    await this.reveal(opened, shown, { focus: inView }).then(undefined, () => undefined);
  }

  private async showFilter(): Promise<void> {
    const message = filterMessage(this.rows.arrangement, await this.studies.all());
    if ((this.tree.message ?? '') !== message) this.tree.message = message;
  }
}
