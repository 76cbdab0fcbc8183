import * as vscode from 'vscode';
import { Disposables } from '../common/disposables.js';
import { announce } from '../common/report.js';
import type { OpenStudy } from '../study/openStudy.js';
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
 * Finds out which changes a command is to work on: the rows it was called on, with all that is below them; else what the person was at
 * last, the rows selected in the view or the change in the diff editor.
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

  /** Takes in what a key was pressed in, where it says so: `view` or `editor`. */
  private at(where: unknown): void {
    if (where === 'view' || where === 'editor') this.lastAt = where;
  }

  /** Remembers which change the diff editor shows. */
  showing({ opened, change }: ChangeNode): void {
    this.shown = { opened, change: change.key };
  }

  /** Whether the person works in the diff editor, not in the view. */
  get isInEditor(): boolean {
    return this.lastAt === 'editor' || !this.view.visible;
  }

  /**
   * The change that the diff editor shows, or the selected row; undefined where there is neither.
   * @param args what the command was called with: `view` or `editor`, where a key was pressed there
   */
  current([where]: readonly unknown[] = []): ChangeNode | undefined {
    this.at(where);
    if (this.goal !== undefined) return this.goal;
    const inEditor = this.inEditor();
    const inView = this.selected().at(-1);
    return this.lastAt === 'view' ? (inView ?? inEditor) : (inEditor ?? inView);
  }

  /**
   * @param args what the command was called with: a row and all selected rows, `view` or `editor` by a key pressed there, or nothing
   * @returns undefined where there is none, which is said
   */
  of(args: readonly unknown[]): ChangesMeant | undefined {
    this.at(args[0]);
    const given = rowsIn(args);
    const isAtView = this.lastAt === 'view' && this.goal === undefined;
    const rows = given.length > 0 ? given : isAtView ? this.selected() : [];
    const current = rows.length === 0 ? this.current() : undefined;
    const [first, ...others] = current === undefined ? this.changesIn(rows) : [current];
    if (first === undefined) {
      announce(vscode.l10n.t('$(info) Select a change in the Coding Changes view.'));
      return undefined;
    }
    if (others.some(({ opened }) => opened !== first.opened))
      throw new Error(vscode.l10n.t('The selected rows belong to several studies. Select rows of one of them.'));
    return { opened: first.opened, nodes: [first, ...others] };
  }

  private selected(): readonly ChangeNode[] {
    return this.view.visible ? this.changesIn(this.view.selection) : [];
  }

  private inEditor(): ChangeNode | undefined {
    const { shown } = this;
    const isShown = vscode.window.visibleTextEditors.some(({ document }) => document.uri.scheme === REVIEW_SCHEME);
    if (shown === undefined || !isShown) return undefined;
    return this.tree.rowsOf(shown.opened)?.all.find(({ change }) => change.key === shown.change);
  }

  /** The changes that rows stand for, each once, in the order of the view. */
  private changesIn(rows: readonly ChangesNode[]): ChangeNode[] {
    const meant = new Set(
      rows.flatMap(row => {
        if (row.kind === 'change') return [row.key];
        const below = this.tree.rowsOf(row.opened);
        if (row.kind === 'study') return (below?.all ?? []).map(({ key }) => key);
        return row.kind === 'problem' ? [] : (below?.under(row) ?? []).map(({ key }) => key);
      }),
    );
    return meant.size === 0 ? [] : this.tree.all().filter(({ key }) => meant.has(key));
  }
}

/** The rows that a menu hands in: the one it was opened on and, where that is selected, all that are. */
function rowsIn([row, rows]: readonly unknown[]): ChangesNode[] {
  if (!isChangesNode(row)) return [];
  const all = Array.isArray(rows) ? rows.filter(isChangesNode) : [];
  return all.some(({ key }) => key === row.key) ? all : [row];
}
