import * as vscode from 'vscode';
import { Delayed } from '../common/delay.js';
import { Disposables } from '../common/disposables.js';
import { takingTurns } from '../common/turns.js';
import { watchVersions } from '../common/watchVersions.js';
import type { Host } from '../host.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import type { ChangesArrangement } from './arrangement.js';
import { type Compared, isLive, isSame } from './compared.js';
import { NeverSaved } from './neverSaved.js';
import { whileComparing } from './whileComparing.js';

/** Why no comparison can be made at all. */
export type Refusal = 'untrusted' | 'web' | 'noGit' | 'neverSaved';

/** What came of comparing. */
export type Outcome =
  | { readonly is: 'compared'; readonly compared: Compared }
  | { readonly is: 'refused'; readonly why: Refusal }
  | { readonly is: 'failed'; readonly message: string };

interface Task {
  outcome?: Outcome;
  /** Something changed since it was begun last. */
  isDue: boolean;
  running?: { readonly cancellation: { cancelled: boolean }; readonly done: Promise<void> };
}

/** Several changes in one go, a checkout for example, are compared once. Milliseconds. */
const PAUSE = 250;

/**
 * Compares what is wished for in each study, for as long as somebody looks: in the background, with a pause for everything else
 * between files. What is asked for later takes the place of what is under way. Nothing is read while the view is out of sight.
 */
export class Comparing implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<OpenStudy>());
  private readonly tasks = new Map<OpenStudy, Task>();
  private readonly soon = this.disposables.add(new Delayed(() => this.startDue(), PAUSE));
  private isWatched = false;

  /** Fires when there is another outcome. */
  readonly onDidChange = this.changed.event;

  constructor(
    studies: Studies,
    private readonly arrangement: ChangesArrangement,
    private readonly host: Host,
  ) {
    this.disposables.add(
      studies.onDidChange(({ opened }) => this.due(opened)),
      arrangement.onDidWish(opened => this.begin(opened)),
      watchVersions(() => this.allDue(), { staged: true }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.allDue()),
    );
  }

  dispose(): void {
    this.isWatched = false;
    for (const { running } of this.tasks.values()) if (running !== undefined) running.cancellation.cancelled = true;
    this.disposables.dispose();
  }

  /** What came of the last comparison; undefined while the first one is still to be made. */
  of(opened: OpenStudy): Outcome | undefined {
    return this.tasks.get(opened)?.outcome;
  }

  /** Compares as long as somebody looks. */
  watch(isWatched: boolean): void {
    this.isWatched = isWatched;
    // Where the watcher does not see the repository, looking again brings up to date.
    if (!isWatched) return;
    this.allDue();
    this.startDue();
  }

  /** Asks for the comparison of a study, unless it is up to date or under way. */
  want(opened: OpenStudy): void {
    if (!this.tasks.has(opened)) this.begin(opened);
  }

  /** Compares everything anew. */
  again(): void {
    for (const opened of this.tasks.keys()) this.begin(opened);
  }

  /** Stops what is under way. */
  stop(): void {
    for (const [opened, task] of this.tasks) {
      if (task.running === undefined) continue;
      task.running.cancellation.cancelled = true;
      delete task.running;
      task.outcome = { is: 'failed', message: vscode.l10n.t('Comparing was stopped.') };
      this.changed.fire(opened);
    }
  }

  /** Waits until nothing is under way or about to begin. */
  async settled(): Promise<void> {
    for (let busy = this.busy(); busy.length > 0; busy = this.busy()) await Promise.all(busy);
  }

  private busy(): Promise<void>[] {
    if (this.isWatched) this.startDue();
    return [...this.tasks.values()].flatMap(({ running }) => (running === undefined ? [] : [running.done]));
  }

  private due(opened: OpenStudy): void {
    const task = this.tasks.get(opened);
    if (task === undefined) return;
    const { outcome } = task;
    const isHidden = outcome?.is === 'compared' && outcome.compared.hidden !== opened.hidden;
    if (outcome?.is === 'compared' && !isHidden && !isLive(outcome.compared)) return;
    // What is hidden now does not stay on show until it is compared without it.
    if (isHidden) this.forget(opened, task);
    task.isDue = true;
    this.soon.trigger();
  }

  private forget(opened: OpenStudy, task: Task): void {
    if (task.running !== undefined) task.running.cancellation.cancelled = true;
    delete task.running;
    delete task.outcome;
    this.changed.fire(opened);
  }

  private allDue(): void {
    for (const task of this.tasks.values()) task.isDue = true;
    this.soon.trigger();
  }

  private startDue(): void {
    this.soon.dispose();
    if (!this.isWatched) return;
    for (const [opened, { isDue }] of this.tasks) if (isDue) this.begin(opened);
  }

  private begin(opened: OpenStudy): void {
    const task = this.tasks.get(opened) ?? { isDue: true };
    this.tasks.set(opened, task);
    task.isDue = !this.isWatched;
    if (!this.isWatched) return;
    if (task.running !== undefined) task.running.cancellation.cancelled = true;
    const cancellation = { cancelled: false };
    const work = this.outcomeOf(opened, task.outcome, cancellation);
    const done = whileComparing(work, cancellation).then(outcome => {
      if (task.running?.cancellation !== cancellation) return;
      delete task.running;
      if (outcome === undefined || outcome === task.outcome) return;
      task.outcome = outcome;
      this.changed.fire(opened);
    });
    task.running = { cancellation, done };
  }

  /** @returns undefined where it was cancelled; what was known before where nothing can have changed */
  private async outcomeOf(
    opened: OpenStudy,
    known: Outcome | undefined,
    cancellation: { readonly cancelled: boolean },
  ): Promise<Outcome | undefined> {
    if (!vscode.workspace.isTrusted) return { is: 'refused', why: 'untrusted' };
    if (this.host.git === undefined) return { is: 'refused', why: 'web' };
    const wish = this.arrangement.wishOf(opened);
    const { hidden } = opened;
    try {
      const git = await opened.seen.store.git?.();
      if (git === undefined) return { is: 'refused', why: 'noGit' };
      const { compare, resolveWish } = await import('./loaded.js');
      const resolved = await resolveWish(wish, opened, git);
      if (cancellation.cancelled) return undefined;
      if (known?.is === 'compared' && known.compared.hidden === hidden && isSame(known.compared, wish, resolved))
        return known;
      const compared = await compare(wish, resolved, { git, cancellation, hidden, pause: takingTurns() });
      // Hidden meanwhile: it is compared again.
      if (opened.hidden !== hidden) return undefined;
      return compared && { is: 'compared', compared };
    } catch (error) {
      if (error instanceof NeverSaved) return { is: 'refused', why: 'neverSaved' };
      return { is: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
  }
}
