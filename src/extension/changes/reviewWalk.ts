import * as vscode from 'vscode';
import { announce } from '../common/report.js';
import type { OpenStudy } from '../study/openStudy.js';
import { nextAfter } from './decide.js';
import type { ChangeNode } from './nodes.js';
import { REVIEW_SCHEME } from './reviewUri.js';
import type { ShownChanges } from './showChange.js';
import type { ChangesMeant, ChangeTargets } from './targets.js';
import type { ChangesTree } from './tree.js';
import type { ChangesView } from './view.js';

/** Going from change to change: by keys, and on to the next one once something was decided. However fast keys are pressed, each means the change that comes then. */
export class ReviewWalk {
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly tree: ChangesTree,
    private readonly view: ChangesView,
    private readonly targets: ChangeTargets,
    private readonly shown: ShownChanges,
  ) {}

  /** Shows a change in the diff editor. @param keepFocus the keyboard stays where it is */
  async show(node: ChangeNode, options: { readonly keepFocus: boolean }): Promise<void> {
    this.targets.showing(node);
    await this.shown.show(node, options);
  }

  /** Goes to the first change of a study, once it is compared. */
  async begin(opened: OpenStudy): Promise<void> {
    await this.tree.comparing.settled();
    const first = this.tree.rowsOf(opened)?.all[0];
    if (first !== undefined) await this.view.select(first, { focus: true });
  }

  /** Shows the next change of the view, or the one before. @param args what the command was called with */
  async step(by: 1 | -1, args: readonly unknown[]): Promise<void> {
    const all = this.tree.all();
    const current = this.targets.current(args);
    const at = all.findIndex(({ key }) => key === current?.key);
    const next = at === -1 ? (by === 1 ? all[0] : all.at(-1)) : all[at + by];
    if (next !== undefined) await this.goTo(next, true);
    else announce(`$(info) ${endWords(all.length, by)}`);
  }

  /**
   * Decides on the changes that a command means, and goes on to what comes next; where changes are being shown, the next one is shown.
   * @param args what the command was called with
   */
  async decide(args: readonly unknown[], work: (meant: ChangesMeant) => Promise<void>): Promise<void> {
    const decided = this.queue.then(() => this.decideNow(args, work));
    this.queue = decided.catch(() => undefined);
    const next = await decided;
    if (next === undefined) return;
    const isShowing = vscode.window.visibleTextEditors.some(({ document }) => document.uri.scheme === REVIEW_SCHEME);
    await this.goTo(next, isShowing);
  }

  /** @returns what comes next, which is what the next key means from now on */
  private async decideNow(
    args: readonly unknown[],
    work: (meant: ChangesMeant) => Promise<void>,
  ): Promise<ChangeNode | undefined> {
    const meant = this.targets.of(args);
    if (meant === undefined) return undefined;
    const next = nextAfter(this.tree.all(), meant.nodes);
    await work(meant);
    if (next !== undefined) this.targets.goingTo(next);
    return next;
  }

  private async goTo(node: ChangeNode, isShown: boolean): Promise<void> {
    const { isInEditor } = this.targets;
    this.targets.goingTo(node);
    try {
      await this.view.select(node, { focus: !isInEditor });
      if (isShown) await this.show(node, { keepFocus: !isInEditor });
    } finally {
      this.targets.arrivedAt(node);
    }
  }
}

function endWords(count: number, by: 1 | -1): string {
  if (count === 0) return vscode.l10n.t('There is no change to go to.');
  return by === 1 ? vscode.l10n.t('This is the last change.') : vscode.l10n.t('This is the first change.');
}
