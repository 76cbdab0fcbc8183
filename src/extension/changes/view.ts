import * as vscode from 'vscode';
import { Disposables } from '../common/disposables.js';
import { numberWords } from '../common/numberWords.js';
import { Context, View } from '../ids.js';
import type { ChangeNode, ChangesNode } from './nodes.js';
import type { Reviews } from './reviews.js';
import type { ChangesTree } from './tree.js';
import { capital, changeCount, wishWords } from './words.js';

/** The Coding Changes view as a window has it: what it says above the rows, or instead of them. States are compared as long as it is in sight. */
export class ChangesView implements vscode.Disposable {
  private readonly disposables = new Disposables();
  readonly tree: vscode.TreeView<ChangesNode>;

  constructor(
    private readonly rows: ChangesTree,
    private readonly reviews: Reviews,
  ) {
    this.tree = this.disposables.add(
      vscode.window.createTreeView<ChangesNode>(View.changes, {
        treeDataProvider: rows,
        showCollapseAll: true,
        canSelectMany: true,
        manageCheckboxStateManually: true,
      }),
    );
    rows.comparing.watch(this.tree.visible);
    this.disposables.add(
      this.tree.onDidChangeVisibility(({ visible }) => rows.comparing.watch(visible)),
      rows.onDidChangeTreeData(() => this.say()),
      rows.onDidList(() => this.say()),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** Selects a change, if the view is in sight. @param focus gives it the keyboard as well */
  async select(node: ChangeNode, { focus }: { readonly focus: boolean }): Promise<void> {
    if (!this.tree.visible) return;
    // Another comparison may come in between and take the row away: then there is nothing to go to.
    await this.tree.reveal(node, { select: true, focus }).then(undefined, () => undefined);
  }

  /** Says what is compared and how far the review has come; where there is nothing to list, the welcome content says why. */
  private say(): void {
    const state = this.state();
    void vscode.commands.executeCommand('setContext', Context.changesState, state);
    const [only] = this.rows.studiesShown;
    const rows = only && this.rows.studiesShown.length === 1 ? this.rows.rowsOf(only) : undefined;
    const wish = only && this.rows.arrangement.wishOf(only);
    const words = wish && rows ? wishWords(wish, rows.compared.base) : '';
    let message = '';
    if (only !== undefined && rows !== undefined && rows.compared.changes.length > 0) {
      const { changes } = rows.compared;
      const reviewed = this.reviews.reviewedIn(only, changes);
      const count = changeCount(changes.length);
      message = `${capital(words)} · ${reviewed === 0 ? count : vscode.l10n.t('{0}, {1} reviewed', count, numberWords(reviewed))}`;
    }
    if ((this.tree.message ?? '') !== message) this.tree.message = message;
    const description = message === '' ? words : '';
    if ((this.tree.description ?? '') !== description) this.tree.description = description;
  }

  /** What an empty view is to say: why nothing can be compared, or that nothing differs. */
  private state(): string {
    const [first] = this.rows.studiesShown;
    if (first === undefined) return 'noStudy';
    const outcome = this.rows.comparing.of(first);
    if (outcome === undefined) return 'comparing';
    if (outcome.is === 'refused') return outcome.why;
    const isSaved = this.rows.arrangement.wishOf(first).is === 'saved';
    return isSaved ? 'nothingSaved' : 'nothing';
  }
}
