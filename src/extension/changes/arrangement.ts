import * as vscode from 'vscode';
import type { ChangeGrouping } from '../../core/review/grouping.js';
import { Context } from '../ids.js';
import type { OpenStudy } from '../study/openStudy.js';
import { type ComparisonWish, readWish, SAVED } from './wish.js';

const GROUPING = 'verbatim.changesGrouping';
const GROUPINGS: readonly ChangeGrouping[] = ['coder', 'code', 'theme', 'transcript'];

/** What the Coding Changes view compares, for each study, and by what it lists changes; kept for the workspace. */
export class ChangesArrangement implements vscode.Disposable {
  private readonly regrouped = new vscode.EventEmitter<void>();
  private readonly wished = new vscode.EventEmitter<OpenStudy>();
  private by: ChangeGrouping;

  /** Fires when changes are to be listed by something else. */
  readonly onDidRegroup = this.regrouped.event;
  /** Fires when something else is to be compared in a study. */
  readonly onDidWish = this.wished.event;

  constructor(private readonly memory: vscode.Memento) {
    const kept = memory.get<string>(GROUPING);
    this.by = GROUPINGS.find(by => by === kept) ?? 'coder';
    this.setContext();
  }

  dispose(): void {
    this.regrouped.dispose();
    this.wished.dispose();
  }

  get grouping(): ChangeGrouping {
    return this.by;
  }

  async groupBy(grouping: ChangeGrouping): Promise<void> {
    this.by = grouping;
    this.setContext();
    this.regrouped.fire();
    await this.memory.update(GROUPING, grouping);
  }

  /** What is to be compared in a study. */
  wishOf(opened: OpenStudy): ComparisonWish {
    return readWish(this.memory.get(wishKey(opened))) ?? SAVED;
  }

  async compare(opened: OpenStudy, wish: ComparisonWish): Promise<void> {
    await this.memory.update(wishKey(opened), wish);
    this.wished.fire(opened);
  }

  private setContext(): void {
    void vscode.commands.executeCommand('setContext', Context.changesGrouping, this.by);
  }
}

const wishKey = (opened: OpenStudy): string => `verbatim.changesWish ${opened.root.toString()}`;
