import * as vscode from 'vscode';
import { VersionFailure } from '../../core/versions/failure.js';
import { Disposables } from '../common/disposables.js';
import { loadedCommands } from '../common/loadedCommands.js';
import { orReport } from '../common/report.js';
import { Command, Context } from '../ids.js';
import { pickStudy } from '../study/pickStudy.js';
import { closeDetails } from './details.js';
import type { AtWork, VersionsServices } from './services.js';
import { registerStatusItem } from './statusItem.js';
import { UnsavedCounts } from './unsavedCounts.js';

type Loaded = typeof import('./loaded.js');

/** Saving versions, sending them for review and getting those of colleagues, for people who know nothing of git. */
export class VersionsFeature implements vscode.Disposable {
  private readonly disposables = new Disposables();
  readonly counts: UnsavedCounts;
  /** One at a time: two at work on the versions of a folder would be in each other’s way. */
  private running: Promise<void> | undefined;

  constructor(private readonly services: VersionsServices) {
    void vscode.commands.executeCommand('setContext', Context.noVersions, services.host.git === undefined);
    this.counts = this.disposables.add(new UnsavedCounts(services));
    this.disposables.add(registerStatusItem(this.counts, services.studies), new vscode.Disposable(closeDetails));
    const command = loadedCommands(this.disposables, () => import('./loaded.js'));
    command(Command.saveVersion, loaded => this.run(loaded, at => loaded.saveVersion(at)));
    command(Command.sendForReview, loaded => this.run(loaded, loaded.sendWork));
    command(Command.getWork, loaded => this.run(loaded, loaded.getWork));
    command(Command.showReviews, loaded => this.run(loaded, loaded.showReviews));
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private async run(loaded: Loaded, work: (at: AtWork) => Promise<unknown>): Promise<void> {
    if (this.running !== undefined) {
      throw new Error(vscode.l10n.t('Another step with versions is still going on. Finish or cancel it first.'));
    }
    const opened = await pickStudy(this.services.studies, vscode.l10n.t('The versions of which study?'));
    if (opened === undefined) return;
    this.running = this.attempt(loaded, opened, work);
    try {
      await this.running;
    } finally {
      this.running = undefined;
      this.counts.now();
    }
  }

  /** Does the work; what fails is said, with buttons for what can be done about it. */
  private async attempt(
    loaded: Loaded,
    opened: Awaited<ReturnType<typeof pickStudy>>,
    work: (at: AtWork) => Promise<unknown>,
  ): Promise<void> {
    if (opened === undefined) return;
    let at: AtWork | undefined;
    try {
      at = await loaded.atWork(this.services, opened);
      if (at !== undefined) await work(at);
    } catch (error) {
      if (!(error instanceof VersionFailure)) throw error;
      loaded.sayFailure(error, at, () => orReport(() => this.run(loaded, work)));
    }
  }
}
