import * as vscode from 'vscode';
import type { ChangeGrouping } from '../../core/review/grouping.js';
import { Disposables } from '../common/disposables.js';
import { announce, orReport } from '../common/report.js';
import type { Unsettled } from '../conflicts/unsettled.js';
import type { Discussion } from '../discussion/discussion.js';
import type { History } from '../history/history.js';
import type { Host } from '../host.js';
import { Command } from '../ids.js';
import type { Studies } from '../study/studies.js';
import { ChangesArrangement } from './arrangement.js';
import { Comparing } from './comparing.js';
import { type ChangeNode, isChangesNode } from './nodes.js';
import { ReviewDocuments } from './reviewDocuments.js';
import { ReviewPaint } from './reviewPaint.js';
import { ReviewPlaces } from './reviewPlaces.js';
import { Reviews } from './reviews.js';
import { ReviewWalk } from './reviewWalk.js';
import { ShownChanges } from './showChange.js';
import { States } from './states.js';
import { ChangeTargets } from './targets.js';
import { markReviewed, toggleReviewed } from './toggleReviewed.js';
import { ChangesTree } from './tree.js';
import { ChangesView } from './view.js';
import { groupingWords } from './words.js';

/** What the Coding Changes view works with. */
export interface ChangesServices {
  readonly studies: Studies;
  readonly history: History;
  readonly host: Host;
  readonly discussion: Discussion;
  readonly unsettled: Unsettled;
}

/** The Coding Changes view: what changed between two states of a study, to be looked at, accepted, rejected and commented on. */
export class ChangesFeature implements vscode.Disposable {
  private readonly disposables = new Disposables();
  readonly arrangement: ChangesArrangement;
  readonly comparing: Comparing;
  readonly reviews: Reviews;
  readonly tree: ChangesTree;
  readonly view: ChangesView;
  readonly targets: ChangeTargets;
  readonly walk: ReviewWalk;

  constructor({ studies, history, host, discussion, unsettled }: ChangesServices, memory: vscode.Memento) {
    const add = <T extends vscode.Disposable>(part: T): T => this.disposables.add(part);
    this.arrangement = add(new ChangesArrangement(memory));
    this.comparing = add(new Comparing(studies, this.arrangement, host));
    this.reviews = add(new Reviews(studies, this.comparing, memory));
    this.tree = add(new ChangesTree(studies, this.arrangement, this.comparing, this.reviews, unsettled));
    this.view = add(new ChangesView(this.tree, this.reviews));
    this.targets = add(new ChangeTargets(this.tree, this.view.tree));
    const states = new States();
    const documents = add(new ReviewDocuments(studies, states));
    const shown = new ShownChanges(states, documents, add(new ReviewPaint(documents)));
    this.walk = new ReviewWalk(this.tree, this.view, this.targets, shown);
    this.registerComparing(studies, host);
    this.registerDeciding(history);
    this.registerCommenting(discussion, new ReviewPlaces(documents));
    this.registerGrouping();
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private registerComparing(studies: Studies, host: Host): void {
    this.command(Command.compareWith, async () => {
      const { startComparison } = await import('./loaded.js');
      const opened = await startComparison(studies, host, this.arrangement);
      if (opened !== undefined) await this.walk.begin(opened);
    });
    this.command(Command.compareAgain, async () => this.comparing.again());
    this.command(Command.stopComparing, async () => this.comparing.stop());
  }

  private registerCommenting(discussion: Discussion, places: ReviewPlaces): void {
    discussion.threads.showAlsoIn(places);
    this.command(Command.commentOnChange, async args => {
      const { commentOn } = await import('./loaded.js');
      const meant = await this.targets.of(args);
      const show = (node: ChangeNode): Promise<void> => this.walk.show(node, { keepFocus: false });
      if (meant !== undefined) await commentOn(meant, discussion, places, show);
    });
  }

  private registerDeciding(history: History): void {
    const { reviews, targets, walk } = this;
    const services = { history, reviews };
    const decideAs = (side: 'before' | 'after') => (args: readonly unknown[]) =>
      walk.decide(args, async meant => (await import('./loaded.js')).decide(meant, side, services));
    this.command(Command.acceptChanges, decideAs('after'));
    this.command(Command.rejectChanges, decideAs('before'));
    this.command(Command.toggleReviewed, async args => toggleReviewed(await targets.of(args), reviews));
    this.command(Command.openChange, async ([node]) => {
      if (isChangesNode(node) && node.kind === 'change') await walk.show(node, { keepFocus: true });
    });
    this.command(Command.nextChange, args => walk.step(1, args));
    this.command(Command.previousChange, args => walk.step(-1, args));
    this.disposables.add(
      this.view.tree.onDidChangeCheckboxState(({ items }) => {
        const isReviewed = vscode.TreeItemCheckboxState.Checked;
        for (const [node, state] of items) {
          void orReport(async () => {
            const meant = await targets.of([node]);
            if (meant !== undefined) await markReviewed(meant, reviews, state === isReviewed);
          });
        }
      }),
    );
  }

  private registerGrouping(): void {
    const groupings: readonly (readonly [ChangeGrouping, string, string])[] = [
      ['coder', Command.groupChangesByCoder, Command.groupedChangesByCoder],
      ['code', Command.groupChangesByCode, Command.groupedChangesByCode],
      ['theme', Command.groupChangesByTheme, Command.groupedChangesByTheme],
      ['transcript', Command.groupChangesByTranscript, Command.groupedChangesByTranscript],
    ];
    for (const [by, ...ids] of groupings) {
      for (const id of ids) {
        this.command(id, async () => {
          await this.walk.stayWhile(() => this.arrangement.groupBy(by));
          announce(`$(list-tree) ${groupingWords(by)}`);
        });
      }
    }
  }

  private command(id: string, run: (args: readonly unknown[]) => Promise<void>): void {
    this.disposables.add(vscode.commands.registerCommand(id, (...args: unknown[]) => orReport(() => run(args))));
  }
}
