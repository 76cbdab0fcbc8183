import type * as vscode from 'vscode';
import type { Change } from '../../core/review/change.js';
import { Disposables } from '../common/disposables.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import type { Compared } from './compared.js';
import type { Comparing } from './comparing.js';
import { ReviewMarks } from './reviewMarks.js';
import { Standings } from './standings.js';
import type { ChangeStatus, Judged, Side } from './status.js';

/** How far a person’s review has come, change by change. */
export class Reviews implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly marks: ReviewMarks;
  private readonly standings: Standings;

  constructor(studies: Studies, comparing: Comparing, memory: vscode.Memento) {
    this.marks = this.disposables.add(new ReviewMarks(memory));
    this.standings = this.disposables.add(new Standings(studies, comparing, this.marks));
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** Calls back when a change may have another status. */
  onDidChange(listener: () => void): vscode.Disposable {
    const disposables = new Disposables();
    disposables.add(this.marks.onDidChange(listener), this.standings.onDidChange(listener));
    return disposables;
  }

  /** What became of a change, as far as is known. */
  statusOf(opened: OpenStudy, change: Change): ChangeStatus {
    const side = this.standings.of(opened, change);
    if (side === undefined || !this.marks.has(opened, { change, side })) return 'open';
    return ({ after: 'accepted', before: 'rejected', other: 'seen' } as const)[side];
  }

  /** How many of some changes are reviewed. */
  reviewedIn(opened: OpenStudy, changes: readonly Change[]): number {
    return changes.filter(change => this.statusOf(opened, change) !== 'open').length;
  }

  /** Which side of a change today’s files have: looks at them. */
  sideOf(opened: OpenStudy, compared: Compared, change: Change): Promise<Side> {
    return this.standings.find(opened, compared, change);
  }

  /** Marks changes as reviewed, or takes their marks away; `side` is the one that today’s files have. */
  async set(opened: OpenStudy, judged: readonly Judged[], isReviewed: boolean): Promise<void> {
    this.standings.put(opened, judged);
    await this.marks.set(opened, judged, isReviewed);
  }
}
