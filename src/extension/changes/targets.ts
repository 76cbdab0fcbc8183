import * as vscode from 'vscode';
import { Disposables } from '../common/disposables.js';
import { announce } from '../common/report.js';
import type { OpenStudy } from '../study/openStudy.js';
import { focusedRow } from './focusedRow.js';
import { type ChangeNode, type ChangesNode, isChangesNode } from './nodes.js';
import { REVIEW_SCHEME } from './reviewUri.js';
import type { ChangesTree } from './tree.js';

/** Changes of one study that a command is to work on; at least one. */
export interface ChangesMeant {
  readonly opened: OpenStudy;
  readonly nodes: readonly [ChangeNode, ...ChangeNode[]];
}

/** The part of the view that is asked. */
type Selection = Pick<vscode.TreeView<ChangesNode>, 'selection' | 'visible' | 'onDidChangeSelection'>;

/**
 * Finds out which changes a command is to work on. It gets what the command was called with: a row and all selected rows, by a menu;
 * `view` or `editor`, by a key that was pressed there; or nothing, and then what the person was at last counts, the rows selected in
 * the view or the change in the diff editor. A row means all changes that are below it.
 */
export class ChangeTargets implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private lastAt: 'view' | 'editor' = 'view';
  private shown: { readonly opened: OpenStudy; readonly change: string } | undefined;
  /** The change that a key went to, until it is shown: the next key may come first. */
  private goal: ChangeNode | undefined;

  constructor(
    private readonly tree: ChangesTree,
    private readonly view: Selection,
  ) {
    this.disposables.add(
      view.onDidChangeSelection(() => {
        this.lastAt = 'view';
      }),
      // Without a kind it is not the person who moves the cursor but we ourselves.
      vscode.window.onDidChangeTextEditorSelection(({ kind, textEditor }) => {
        if (kind !== undefined && textEditor.document.uri.scheme === REVIEW_SCHEME) this.lastAt = 'editor';
      }),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** Remembers which change is being gone to. */
  goingTo(node: ChangeNode): void {
    this.goal = node;
  }

  /** The change is selected and shown. */
  arrivedAt(node: ChangeNode): void {
    if (this.goal?.key === node.key) this.goal = undefined;
  }

  /** Remembers which change the diff editor shows. */
  showing({ opened, change }: ChangeNode): void {
    this.shown = { opened, change: change.key };
  }

  /** Whether the person works in the diff editor, not in the view. */
  get isInEditor(): boolean {
    return this.lastAt === 'editor' || !this.view.visible;
  }

  /** The changes that a command means; none where there are none. */
  async all(args: readonly unknown[]): Promise<readonly ChangeNode[]> {
    const given = rowsIn(args);
    if (given.length > 0) return this.changesIn(given);
    const [where] = args;
    if (where === 'view' || where === 'editor') this.lastAt = where;
    if (this.goal !== undefined) return [this.goal];
    const inEditor = this.inEditor();
    const atEditor = inEditor === undefined ? [] : [inEditor];
    if (this.lastAt === 'editor' && inEditor !== undefined) return atEditor;
    const inView = this.view.visible ? this.changesIn(await this.rows()) : [];
    return inView.length > 0 ? inView : atEditor;
  }

  /**
   * The changes that a command means.
   * @returns undefined where there are none, which is said
   * @throws Error where they are of several studies
   */
  async of(args: readonly unknown[]): Promise<ChangesMeant | undefined> {
    const [first, ...others] = await this.all(args);
    if (first === undefined) {
      announce(vscode.l10n.t('$(info) Select a change in the Coding Changes view.'));
      return undefined;
    }
    if (others.some(({ opened }) => opened !== first.opened))
      throw new Error(vscode.l10n.t('The selected rows belong to several studies. Select rows of one of them.'));
    return { opened: first.opened, nodes: [first, ...others] };
  }

  /** As in other lists, the selected rows are meant where the one that has the keyboard is among them, else that alone. */
  private async rows(): Promise<readonly ChangesNode[]> {
    const focused = await focusedRow(this.view);
    const { selection } = this.view;
    return focused === undefined || selection.some(({ key }) => key === focused.key) ? selection : [focused];
  }

  private inEditor(): ChangeNode | undefined {
    const { shown } = this;
    const isShown = vscode.window.visibleTextEditors.some(({ document }) => document.uri.scheme === REVIEW_SCHEME);
    if (shown === undefined || !isShown) return undefined;
    return this.tree.rowsOf(shown.opened)?.all.find(({ change }) => change.key === shown.change);
  }

  /** The changes that rows stand for, each once, in the order of the view. */
  private changesIn(rows: readonly ChangesNode[]): ChangeNode[] {
    const meant = new Set(rows.flatMap(row => this.below(row)).map(({ key }) => key));
    return meant.size === 0 ? [] : this.tree.all().filter(({ key }) => meant.has(key));
  }

  private below(row: ChangesNode): readonly ChangeNode[] {
    const rows = this.tree.rowsOf(row.opened);
    switch (row.kind) {
      case 'change':
        return [row];
      case 'study':
        return rows?.all ?? [];
      case 'problem':
      case 'undecided':
        return [];
      default:
        return rows?.under(row) ?? [];
    }
  }
}

/** The rows that a menu hands in: the one it was opened on and, where that is selected, all that are. */
function rowsIn([row, rows]: readonly unknown[]): ChangesNode[] {
  if (!isChangesNode(row)) return [];
  const all = Array.isArray(rows) ? rows.filter(isChangesNode) : [];
  return all.some(({ key }) => key === row.key) ? all : [row];
}
