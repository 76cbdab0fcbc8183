import * as vscode from 'vscode';
import { VersionFailure } from '../../core/versions/failure.js';
import { Disposables } from '../common/disposables.js';
import { orReport } from '../common/report.js';
import { Command, Context } from '../ids.js';
import { pickStudy } from '../study/pickStudy.js';
import { atWork } from './begin.js';
import { closeDetails, sayFailure } from './failures.js';
import { getWork } from './getWork.js';
import { saveVersion } from './saveVersion.js';
import { sendWork } from './sendForReview.js';
import type { AtWork, VersionsServices } from './services.js';
import { showReviews } from './showReviews.js';
import { registerStatusItem } from './statusItem.js';
import { UnsavedCounts } from './unsavedCounts.js';

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
    this.command(Command.saveVersion, at => saveVersion(at));
    this.command(Command.sendForReview, sendWork);
    this.command(Command.getWork, getWork);
    this.command(Command.showReviews, showReviews);
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private command(id: string, work: (at: AtWork) => Promise<unknown>): void {
    this.disposables.add(vscode.commands.registerCommand(id, () => orReport(() => this.run(work))));
  }

  private async run(work: (at: AtWork) => Promise<unknown>): Promise<void> {
    if (this.running !== undefined) {
      throw new Error(vscode.l10n.t('Another step with versions is still going on. Finish or cancel it first.'));
    }
    const opened = await pickStudy(this.services.studies, vscode.l10n.t('The versions of which study?'));
    if (opened === undefined) return;
    this.running = this.attempt(opened, work);
    try {
      await this.running;
    } finally {
      this.running = undefined;
      this.counts.now();
    }
  }

  /** Does the work; what fails is said, with buttons for what can be done about it. */
  private async attempt(
    opened: Awaited<ReturnType<typeof pickStudy>>,
    work: (at: AtWork) => Promise<unknown>,
  ): Promise<void> {
    if (opened === undefined) return;
    let at: AtWork | undefined;
    try {
      at = await atWork(this.services, opened);
      if (at !== undefined) await work(at);
    } catch (error) {
      if (!(error instanceof VersionFailure)) throw error;
      sayFailure(error, at, () => orReport(() => this.run(work)));
    }
  }
}
