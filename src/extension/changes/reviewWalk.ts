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

/** Going from change to change: by keys, and on to the next one once something was decided. */
export class ReviewWalk {
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

  /** Shows the next change of the view, or the one before. */
  async step(by: 1 | -1, args: readonly unknown[] = []): Promise<void> {
    const all = this.tree.all();
    const current = this.targets.current(args);
    const at = all.findIndex(({ key }) => key === current?.key);
    const next = at === -1 ? (by === 1 ? all[0] : all.at(-1)) : all[at + by];
    if (next !== undefined) {
      await this.goTo(next);
      return;
    }
    if (all.length === 0) announce(vscode.l10n.t('$(info) There is no change to go to.'));
    else
      announce(
        by === 1
          ? vscode.l10n.t('$(info) This is the last change.')
          : vscode.l10n.t('$(info) This is the first change.'),
      );
  }

  /** Decides on changes and goes on to what comes next; where changes are being shown, the next one is shown. */
  async andOn({ nodes }: ChangesMeant, work: () => Promise<void>): Promise<void> {
    const next = nextAfter(this.tree.all(), nodes);
    await work();
    if (next === undefined) return;
    const isShowing = vscode.window.visibleTextEditors.some(({ document }) => document.uri.scheme === REVIEW_SCHEME);
    if (isShowing) await this.goTo(next);
    else await this.view.select(next, { focus: true });
  }

  private async goTo(node: ChangeNode): Promise<void> {
    const isInEditor = this.targets.isInEditor;
    await this.view.select(node, { focus: !isInEditor });
    await this.show(node, { keepFocus: !isInEditor });
  }
}
