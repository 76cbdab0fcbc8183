import * as vscode from 'vscode';
import { announce } from '../common/report.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { ChangeNode } from './nodes.js';
import { REVIEW_SCHEME } from './reviewUri.js';
import type { ShownChanges } from './showChange.js';
import type { ChangesMeant, ChangeTargets } from './targets.js';
import type { ChangesTree } from './tree.js';
import type { ChangesView } from './view.js';

/**
 * Going from change to change: by keys, and on to the next one once something was decided. However fast keys are pressed, each of them means
 * the change that comes then.
 */
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

  /** Lists changes otherwise; the one that is selected stays so. */
  async stayWhile(work: () => Promise<void>): Promise<void> {
    const [current] = await this.targets.all([]);
    await work();
    const same = current && this.tree.all().find(({ change }) => change.key === current.change.key);
    if (same !== undefined) await this.view.select(same, { focus: !this.targets.isInEditor });
  }

  /** Shows the next change of the view, or the one before. @param args what the command was called with */
  async step(by: 1 | -1, args: readonly unknown[]): Promise<void> {
    const next = await this.inTurn(async () => {
      const all = this.tree.all();
      const from = await this.targets.all(args);
      const step = stepFrom(all, from, by);
      if (step === undefined) announce(`$(info) ${endWords(all.length, by)}`);
      return step;
    });
    if (next !== undefined) await this.goTo(next, true);
  }

  /**
   * Decides on the changes that a command means, and goes on to what comes next; where changes are being shown, the next one is shown.
   * @param args what the command was called with
   */
  async decide(args: readonly unknown[], work: (meant: ChangesMeant) => Promise<void>): Promise<void> {
    const next = await this.inTurn(async () => {
      const meant = await this.targets.of(args);
      if (meant === undefined) return undefined;
      const all = this.tree.all();
      const step = stepFrom(all, meant.nodes, 1) ?? stepFrom(all, meant.nodes, -1);
      await work(meant);
      return step;
    });
    if (next !== undefined) await this.goTo(next, isShowing());
  }

  /** Finds out where to go, one key after the other; from then on the next key means that. */
  private inTurn(work: () => Promise<ChangeNode | undefined>): Promise<ChangeNode | undefined> {
    const found = this.queue.then(work).then(next => {
      if (next !== undefined) this.targets.goingTo(next);
      return next;
    });
    this.queue = found.catch(() => undefined);
    return found;
  }

  private async goTo(node: ChangeNode, isShown: boolean): Promise<void> {
    const { isInEditor } = this.targets;
    try {
      await this.view.select(node, { focus: !isInEditor });
      if (isShown) await this.show(node, { keepFocus: !isInEditor });
    } finally {
      this.targets.arrivedAt(node);
    }
  }
}

/** The change behind the last of some, or before the first of them; where there are none, the first or last of all. */
function stepFrom(all: readonly ChangeNode[], from: readonly ChangeNode[], by: 1 | -1): ChangeNode | undefined {
  const keys = new Set(from.map(({ key }) => key));
  const isFrom = ({ key }: ChangeNode): boolean => keys.has(key);
  if (by === 1) return all[all.findLastIndex(isFrom) + 1];
  const at = all.findIndex(isFrom);
  return at === -1 ? all.at(-1) : all[at - 1];
}

function isShowing(): boolean {
  return vscode.window.visibleTextEditors.some(({ document }) => document.uri.scheme === REVIEW_SCHEME);
}

function endWords(count: number, by: 1 | -1): string {
  if (count === 0) return vscode.l10n.t('There is no change to go to.');
  return by === 1 ? vscode.l10n.t('This is the last change.') : vscode.l10n.t('This is the first change.');
}
