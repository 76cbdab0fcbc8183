import * as vscode from 'vscode';
import type { Change } from '../../core/review/change.js';
import { Delayed } from '../common/delay.js';
import { Disposables } from '../common/disposables.js';
import { takingTurns } from '../common/turns.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import type { Compared } from './compared.js';
import type { Comparing } from './comparing.js';
import type { ReviewMarks } from './reviewMarks.js';
import type { Judged, Side } from './status.js';

/** Several changes in one go are looked at once. Milliseconds. */
const PAUSE = 50;

/** Which side of the reviewed changes today’s files have. Those that nobody has reviewed are looked at when somebody asks. */
export class Standings implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<void>());
  private readonly known = new WeakMap<OpenStudy, Map<string, Side>>();
  private readonly due = new Set<OpenStudy>();
  private readonly soon = this.disposables.add(new Delayed(() => void this.lookAgain(), PAUSE));
  private turn = 0;

  /** Fires when today’s files have another side of a reviewed change. */
  readonly onDidChange = this.changed.event;

  constructor(
    studies: Studies,
    private readonly comparing: Comparing,
    private readonly marks: ReviewMarks,
  ) {
    const later = (opened: OpenStudy): void => {
      this.due.add(opened);
      this.soon.trigger();
    };
    this.disposables.add(
      comparing.onDidChange(later),
      studies.onDidChange(({ opened }) => later(opened)),
    );
  }

  dispose(): void {
    this.turn++;
    this.disposables.dispose();
  }

  /** What is known; undefined where nobody has looked yet. */
  of(opened: OpenStudy, change: Change): Side | undefined {
    return this.known.get(opened)?.get(keyOf(change));
  }

  /** Looks at today’s files. */
  async find(opened: OpenStudy, compared: Compared, change: Change): Promise<Side> {
    const { sideOf } = await import('./loaded.js');
    const side = await sideOf(opened.study, change, compared);
    this.put(opened, [{ change, side }]);
    return side;
  }

  /** Takes in what is certain, because it was just made so. */
  put(opened: OpenStudy, judged: readonly Judged[]): void {
    const known = this.known.get(opened) ?? new Map<string, Side>();
    this.known.set(opened, known);
    for (const { change, side } of judged) known.set(keyOf(change), side);
  }

  private async lookAgain(): Promise<void> {
    const turn = ++this.turn;
    for (const opened of [...this.due]) {
      const outcome = this.comparing.of(opened);
      const compared = outcome?.is === 'compared' ? outcome.compared : undefined;
      const marked = compared?.changes.filter(change => this.marks.mayHave(opened, change)) ?? [];
      const pause = takingTurns();
      let isOther = false;
      for (const change of marked) {
        const before = this.of(opened, change);
        // A file that cannot be read just now says nothing new.
        const side = compared && (await this.find(opened, compared, change).catch(() => before));
        isOther ||= side !== before;
        await pause();
        if (turn !== this.turn) return;
      }
      this.due.delete(opened);
      if (isOther) this.changed.fire();
    }
  }
}

const keyOf = ({ key, fingerprint }: Change): string => `${key} ${fingerprint}`;
