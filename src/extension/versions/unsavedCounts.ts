import * as vscode from 'vscode';
import type { Unsaved } from '../../core/versions/unsaved.js';
import { Delayed } from '../common/delay.js';
import { Disposables } from '../common/disposables.js';
import { takingTurns } from '../common/turns.js';
import { watchVersions } from '../common/watchVersions.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { VersionsServices } from './services.js';

/** How long nothing must change before it is counted: nobody is kept from typing by it. Milliseconds. */
const PAUSE = 1500;

/**
 * How much of each study is in no version yet: counted in the background once a study is open, and never where git must not be
 * started.
 */
export class UnsavedCounts implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<OpenStudy>());
  private readonly known = new Map<OpenStudy, Unsaved | undefined>();
  private readonly due = new Set<OpenStudy>();
  private readonly soon = this.disposables.add(new Delayed(() => void this.count(), PAUSE));
  private running: { readonly cancellation: { cancelled: boolean }; readonly done: Promise<void> } | undefined;

  /** Fires when there is another count of a study. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly services: Pick<VersionsServices, 'studies' | 'host' | 'coder'>) {
    if (services.host.git === undefined) return;
    this.disposables.add(
      services.studies.onDidChange(({ opened }) => {
        this.due.add(opened);
        this.soon.trigger();
      }),
      watchVersions(() => this.again(), { staged: false }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.again()),
    );
  }

  dispose(): void {
    if (this.running !== undefined) this.running.cancellation.cancelled = true;
    this.disposables.dispose();
  }

  /** What is in no version yet; undefined where that is not known, or no versions are kept. */
  of(opened: OpenStudy): Unsaved | undefined {
    return this.known.get(opened);
  }

  /** Counts all studies that were counted before once more. */
  again(): void {
    for (const opened of this.known.keys()) this.due.add(opened);
    if (this.due.size > 0) this.soon.trigger();
  }

  /** Counts them at once. */
  now(): void {
    this.again();
    this.soon.dispose();
    void this.count();
  }

  /** Waits until nothing is left to be counted. */
  async settled(): Promise<void> {
    while (vscode.workspace.isTrusted && (this.due.size > 0 || this.running !== undefined)) {
      this.soon.dispose();
      await this.count();
    }
  }

  private async count(): Promise<void> {
    if (this.running !== undefined) this.running.cancellation.cancelled = true;
    await this.running?.done;
    if (this.running !== undefined || !vscode.workspace.isTrusted) return;
    const cancellation = { cancelled: false };
    const done = this.countDue(cancellation).finally(() => {
      this.running = undefined;
    });
    this.running = { cancellation, done };
    await done;
  }

  private async countDue(cancellation: { readonly cancelled: boolean }): Promise<void> {
    for (const opened of [...this.due]) {
      if (cancellation.cancelled) return;
      this.due.delete(opened);
      const found = await this.read(opened, cancellation);
      if (cancellation.cancelled) {
        this.due.add(opened);
        return;
      }
      this.known.set(opened, found);
      this.changed.fire(opened);
    }
  }

  private async read(opened: OpenStudy, cancellation: { readonly cancelled: boolean }): Promise<Unsaved | undefined> {
    const { store } = opened.study;
    try {
      const [git, work] = [await store.git?.(), await store.work?.()];
      if (git === undefined || work === undefined) return undefined;
      const { unsavedWork } = await import('../../core/versions/unsaved.js');
      return await unsavedWork({ git, work }, store, {
        coder: this.services.coder.name,
        pause: takingTurns(),
        cancellation,
      });
    } catch {
      // A program may be at work in the repository just now; what is wrong for good is said when somebody saves.
      return undefined;
    }
  }
}
