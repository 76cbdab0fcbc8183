import * as vscode from 'vscode';
import { Delayed } from '../common/delay.js';
import { Disposables } from '../common/disposables.js';
import type { Unsettled } from '../conflicts/unsettled.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import type { ChangesArrangement } from './arrangement.js';
import type { Comparing } from './comparing.js';
import type { ChangeNode, ChangesNode, ProblemNode, StudyNode, UndecidedNode } from './nodes.js';
import type { Reviews } from './reviews.js';
import { Rows } from './rows.js';

/** Several changes in one go redraw the tree once. Milliseconds. */
const PAUSE = 50;

/** What the Coding Changes view shows. */
export class ChangesTree implements vscode.TreeDataProvider<ChangesNode>, vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<void>());
  private readonly known = new WeakMap<OpenStudy, Rows>();
  private readonly listed = this.disposables.add(new vscode.EventEmitter<void>());
  private shown: readonly OpenStudy[] = [];

  readonly onDidChangeTreeData = this.changed.event;
  /** Fires when it was found out which studies there are to show. */
  readonly onDidList = this.listed.event;

  private readonly soon = this.disposables.add(new Delayed(() => this.changed.fire(), PAUSE));

  constructor(
    private readonly studies: Studies,
    readonly arrangement: ChangesArrangement,
    readonly comparing: Comparing,
    private readonly reviews: Reviews,
    private readonly unsettled: Unsettled,
  ) {
    this.disposables.add(
      // A study came or went, or is one only now.
      studies.onDidChange(({ opened, paths }) => {
        if (paths.length === 0 || !this.shown.includes(opened)) this.soon.trigger();
      }),
      comparing.onDidChange(() => this.refreshNow()),
      arrangement.onDidRegroup(() => this.refreshNow()),
      reviews.onDidChange(() => this.refreshNow()),
      unsettled.onDidChange(() => this.refreshNow()),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** Draws the tree anew without a pause. */
  refreshNow(): void {
    this.soon.dispose();
    this.changed.fire();
  }

  /** The studies that are shown. */
  get studiesShown(): readonly OpenStudy[] {
    return this.shown;
  }

  /** The rows of a study's comparison; undefined where there is none. */
  rowsOf(opened: OpenStudy): Rows | undefined {
    const outcome = this.comparing.of(opened);
    if (outcome?.is !== 'compared') return undefined;
    const known = this.known.get(opened);
    const parent = this.shown.length > 1 ? studyNode(opened) : undefined;
    const { grouping } = this.arrangement;
    const isFresh =
      known?.compared === outcome.compared && known.grouping === grouping && known.parent?.key === parent?.key;
    if (known !== undefined && isFresh) return known;
    const rows = new Rows(opened, outcome.compared, grouping, parent);
    this.known.set(opened, rows);
    return rows;
  }

  /** All changes that are listed, in the order of the view. */
  all(): ChangeNode[] {
    return this.shown.flatMap(opened => this.rowsOf(opened)?.all ?? []);
  }

  async getTreeItem(node: ChangesNode): Promise<vscode.TreeItem> {
    const { itemOf } = await import('./loaded.js');
    return itemOf(node, this.comparing, this.arrangement, this.reviews);
  }

  async resolveTreeItem(item: vscode.TreeItem, node: ChangesNode): Promise<vscode.TreeItem> {
    const { tooltipOf } = await import('./loaded.js');
    if (node.kind === 'change') item.tooltip = await tooltipOf(node, this.reviews);
    return item;
  }

  getParent(node: ChangesNode): ChangesNode | undefined {
    return 'parent' in node ? node.parent : undefined;
  }

  async getChildren(node?: ChangesNode): Promise<ChangesNode[]> {
    if (node === undefined) return this.roots();
    switch (node.kind) {
      case 'study':
        return this.topOf(node.opened, node);
      case 'group':
      case 'part':
        return [...(this.rowsOf(node.opened)?.within(node) ?? [])];
      default:
        return [];
    }
  }

  private async roots(): Promise<ChangesNode[]> {
    this.shown = await this.studies.all();
    for (const opened of this.shown) this.comparing.want(opened);
    this.listed.fire();
    const [only] = this.shown;
    return only !== undefined && this.shown.length === 1 ? this.topOf(only, undefined) : this.shown.map(studyNode);
  }

  private topOf(opened: OpenStudy, parent: StudyNode | undefined): ChangesNode[] {
    const outcome = this.comparing.of(opened);
    const undecided = this.undecided(opened, parent);
    if (outcome?.is !== 'failed') return [...undecided, ...(this.rowsOf(opened)?.groups ?? [])];
    const { message } = outcome;
    const key = `${opened.root} problem`;
    const node: ProblemNode = { kind: 'problem', key, opened, message, ...(parent ? { parent } : {}) };
    return [...undecided, node];
  }

  /** What is to be decided or finished stands above all changes. */
  private undecided(opened: OpenStudy, parent: StudyNode | undefined): UndecidedNode[] {
    const waiting = this.unsettled.of(opened);
    if (waiting.underWay === undefined && waiting.files.length === 0) return [];
    const key = `${opened.root} undecided`;
    return [{ kind: 'undecided', key, opened, waiting, ...(parent ? { parent } : {}) }];
  }
}

function studyNode(opened: OpenStudy): StudyNode {
  return { kind: 'study', key: opened.root.toString(), opened };
}
