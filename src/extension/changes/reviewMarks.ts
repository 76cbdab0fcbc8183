import * as vscode from 'vscode';
import type { Change } from '../../core/review/change.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Judged } from './status.js';

/** So many marks of a study are kept, those made last. */
const MOST = 20_000;

/**
 * Which changes a person has reviewed; kept for the workspace. A mark holds as long as nothing about the change is another: neither its sides,
 * nor which of them today's files have. So what changes again, or is undone, is to be reviewed again.
 */
export class ReviewMarks implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<OpenStudy>();
  private readonly byStudy = new Map<string, Map<string, string>>();

  readonly onDidChange = this.changed.event;

  constructor(private readonly memory: vscode.Memento) {}

  dispose(): void {
    this.changed.dispose();
  }

  /** Whether a change was ever marked: only then it is worth finding out which side today's files have. */
  mayHave(opened: OpenStudy, change: Change): boolean {
    return this.of(opened).get(change.key)?.startsWith(`${change.fingerprint} `) ?? false;
  }

  has(opened: OpenStudy, { change, side }: Judged): boolean {
    return this.of(opened).get(change.key) === markOf({ change, side });
  }

  /** Marks changes as reviewed, or takes their marks away. */
  async set(opened: OpenStudy, judged: readonly Judged[], isReviewed: boolean): Promise<void> {
    const marks = this.of(opened);
    for (const one of judged) {
      // Deleted first, so that it is among the last.
      marks.delete(one.change.key);
      if (isReviewed) marks.set(one.change.key, markOf(one));
    }
    const kept = [...marks].slice(-MOST);
    this.byStudy.set(keyOf(opened), new Map(kept));
    this.changed.fire(opened);
    await this.memory.update(keyOf(opened), kept);
  }

  private of(opened: OpenStudy): Map<string, string> {
    const key = keyOf(opened);
    const known = this.byStudy.get(key);
    if (known !== undefined) return known;
    const marks = new Map(this.memory.get<[string, string][]>(key, []));
    this.byStudy.set(key, marks);
    return marks;
  }
}

const markOf = ({ change, side }: Judged): string => `${change.fingerprint} ${side}`;
const keyOf = (opened: OpenStudy): string => `verbatim.reviewed ${opened.root.toString()}`;
