import * as vscode from 'vscode';
import { hideColleagues } from '../../core/study/seen/colleagues.js';
import type { Hiding } from '../../core/study/seen/hiding.js';
import type { Study } from '../../core/study/study.js';
import { coderName } from '../coding/coder.js';
import { Disposables } from '../common/disposables.js';
import { Context, Setting } from '../ids.js';

/** What is remembered of the workspace. */
interface Remembered {
  readonly areHidden: boolean;
}

const KEY = 'verbatim.colleagues';
const SHOWN: Remembered = { areHidden: false };

/**
 * Whether a person sees what colleagues have coded, noted and said of codings, in every study and after a reload. This is the one place that decides:
 * `OpenStudy.seen` is the study without what is hidden, and whatever shows something takes that.
 */
export class Colleagues implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<void>());
  private now: Remembered;
  private me = coderName();

  /** Fires after a person chose to see something else, or said to be somebody else. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly memory: vscode.Memento) {
    this.now = { ...SHOWN, ...memory.get<Partial<Remembered>>(KEY) };
    this.disposables.add(
      vscode.workspace.onDidChangeConfiguration(event => {
        if (!event.affectsConfiguration(`${Setting.section}.${Setting.coder}`)) return;
        this.me = coderName();
        this.changed.fire();
      }),
      this.onDidChange(() => this.tellMenus()),
    );
    this.tellMenus();
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** Whether they are hidden because the person wants it so. */
  get areHidden(): boolean {
    return this.now.areHidden;
  }

  /** What is hidden in a study; undefined: nothing. */
  hidingIn(_study: Study): Hiding | undefined {
    return this.now.areHidden ? hideColleagues(this.me) : undefined;
  }

  /** Hides what colleagues did, or shows it again. */
  async hide(areHidden: boolean): Promise<void> {
    this.now = { ...this.now, areHidden };
    this.changed.fire();
    await this.memory.update(KEY, this.now);
  }

  private tellMenus(): void {
    vscode.commands
      .executeCommand('setContext', Context.colleaguesHidden, this.areHidden)
      .then(undefined, () => undefined);
  }
}
