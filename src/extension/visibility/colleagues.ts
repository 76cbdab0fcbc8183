import * as vscode from 'vscode';
import { hideRounds, roundsOf } from '../../core/rounds/hideRounds.js';
import type { Round } from '../../core/rounds/round.js';
import { hideColleagues } from '../../core/study/seen/colleagues.js';
import type { Hiding } from '../../core/study/seen/hiding.js';
import type { Study } from '../../core/study/study.js';
import { coderName } from '../coding/coder.js';
import { Disposables } from '../common/disposables.js';
import { Context, Setting } from '../ids.js';

/** What is remembered of the workspace. */
interface Remembered {
  readonly areHidden: boolean;
  /** Ids of rounds during which the person wanted to see colleagues all the same. */
  readonly lifted: readonly string[];
}

const KEY = 'verbatim.colleagues';
const SHOWN: Remembered = { areHidden: false, lifted: [] };

/** What follows from the rounds of a study, as long as they stay. */
interface Known {
  readonly version: number;
  readonly rounds: readonly Round[];
  readonly hiding: Hiding | undefined;
}

/**
 * Whether a person sees what colleagues have coded, noted and said of codings, in every study and after a reload: not where they want it so, and not
 * on the transcripts of a blind round that is open for them. This is the one place that decides: `OpenStudy.seen` is the study without
 * what is hidden, and whatever shows something takes that.
 */
export class Colleagues implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<void>());
  private known = new WeakMap<Study, Known>();
  private now: Remembered;
  private me = coderName();
  private all = hideColleagues(this.me);

  /** Fires after a person chose to see something else, or said to be somebody else. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly memory: vscode.Memento) {
    this.now = { ...SHOWN, ...memory.get<Partial<Remembered>>(KEY) };
    this.disposables.add(
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration(`${Setting.section}.${Setting.coder}`)) this.tell(this.now);
      }),
    );
    this.tellMenus(false);
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** Whether they are hidden because the person wants it so. */
  get areHidden(): boolean {
    return this.now.areHidden;
  }

  /** The blind rounds of a study that hide colleagues from the person. */
  roundsIn(study: Study): readonly Round[] {
    return this.knownOf(study).rounds;
  }

  /** The blind rounds that are open for the person, though they see colleagues all the same. */
  liftedIn(study: Study): readonly Round[] {
    return roundsOf(study, this.me).filter(({ id }) => this.now.lifted.includes(id));
  }

  /** What is hidden in a study; undefined: nothing. */
  hidingIn(study: Study): Hiding | undefined {
    return this.now.areHidden ? this.all : this.knownOf(study).hiding;
  }

  /** Hides what colleagues did, and has rounds hide it again. */
  async hide(): Promise<void> {
    await this.set({ areHidden: true, lifted: [] });
  }

  /**
   * Shows what colleagues did.
   * @param lifted rounds that are open for the person and no longer hide anything
   */
  async show(lifted: readonly Round[]): Promise<void> {
    await this.set({ areHidden: false, lifted: [...this.now.lifted, ...lifted.map(({ id }) => id)] });
  }

  /** Lets menus offer what is the other way round from how it is. */
  tellMenus(isHidden: boolean): void {
    const set = vscode.commands.executeCommand('setContext', Context.colleaguesHidden, isHidden || this.areHidden);
    set.then(undefined, () => undefined);
  }

  private async set(next: Remembered): Promise<void> {
    this.tell(next);
    await this.memory.update(KEY, next);
  }

  private tell(next: Remembered): void {
    this.now = next;
    this.me = coderName();
    this.all = hideColleagues(this.me);
    this.known = new WeakMap();
    this.tellMenus(false);
    this.changed.fire();
  }

  private knownOf(study: Study): Known {
    const { version } = study.rounds;
    const found = this.known.get(study);
    if (found?.version === version) return found;
    const rounds = roundsOf(study, this.me).filter(({ id }) => !this.now.lifted.includes(id));
    const hiding = this.me === undefined ? undefined : hideRounds(study, this.me, rounds);
    const known = { version, rounds, hiding };
    this.known.set(study, known);
    return known;
  }
}
