import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Study } from '../../../../src/core/study/study.js';
import { NodeFileStore } from '../../../../src/node/fileStore.js';
import { fixedEnvironment } from '../../support/environment.js';
import { type Call, type Fate, type Outcome, onWatchedDisk } from './watchedDisk.js';
import { ACTIONS, FILES, LATER_ACTIONS } from './writingActions.js';

/** The files of a study, by path; Verbatim's own are left out. */
export type State = Readonly<Record<string, string>>;

/** A folder for studies that are made and put away by the thousand: in memory, where the system has one there. */
export const IN_MEMORY = existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir();

/** One action, tried again and again in studies that begin as the same. */
export class Trials {
  private readonly folder = mkdtempSync(path.join(IN_MEMORY, 'verbatim-trials-'));
  private count = 0;
  root = '';

  /** Makes the study as it is at the beginning, opens it, and does an action whose calls to the file system are decided about. */
  async run(action: string, decide: (call: Call) => Fate): Promise<Outcome<State>> {
    this.root = path.join(this.folder, String(++this.count));
    for (const [file, text] of Object.entries(FILES)) {
      mkdirSync(path.dirname(path.join(this.root, file)), { recursive: true });
      writeFileSync(path.join(this.root, file), text);
    }
    const study = new Study(new NodeFileStore(this.root), fixedEnvironment());
    await study.refresh();
    const later = await LATER_ACTIONS[action]?.(study);
    const before = this.state();
    const act = later ?? (() => ACTIONS[action]?.(study) as Promise<unknown>);
    this.before = before;
    return onWatchedDisk(decide, async () => {
      await act();
      return this.state();
    });
  }

  /** What the study was before the action that was done last. */
  before: State = {};

  /** What the files are now. */
  state(): State {
    return Object.fromEntries(this.files().map(file => [file, readFileSync(path.join(this.root, file), 'latin1')]));
  }

  /** What the files are when the next process has opened the study, some time later. */
  async stateAtNextStart(): Promise<State> {
    const own = path.join(this.root, '.verbatim');
    try {
      utimesSync(path.join(own, 'lock'), 0, 0);
    } catch {
      // There is none.
    }
    await new NodeFileStore(this.root).list();
    return this.state();
  }

  /** Names in Verbatim's own folder. */
  own(): string[] {
    try {
      return readdirSync(path.join(this.root, '.verbatim')).sort();
    } catch {
      return [];
    }
  }

  /** Puts the study of the last trial away. */
  forget(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private files(): string[] {
    return readdirSync(this.root, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => path.relative(this.root, path.join(entry.parentPath, entry.name)))
      .filter(file => !file.startsWith('.verbatim'))
      .sort();
  }
}

/** All actions by name. */
export const ACTION_NAMES: readonly string[] = [...Object.keys(ACTIONS), ...Object.keys(LATER_ACTIONS)];
