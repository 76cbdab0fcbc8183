import type { Snapshot } from '../../core/review/state.js';
import type { StudyState } from '../../core/review/studyState.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Compared } from './compared.js';
import type { StateSpec } from './reviewUri.js';

/** So many saved versions are kept as they were read. */
const MOST = 4;

/** The states of studies that documents of a review show, each read once. */
export class States {
  private readonly saved = new Map<string, Promise<StudyState>>();

  /** Takes in the states that a comparison has read, so that they need not be read again. */
  keep(opened: OpenStudy, { hidden, before, after }: Pick<Compared, 'hidden' | 'before' | 'after'>): void {
    if (hidden !== opened.hidden) return;
    for (const state of [before, after]) {
      const spec = specOf(state.snapshot);
      if (typeof spec === 'object') this.store(keyOf(opened, spec), Promise.resolve(state));
    }
  }

  /** A state of a study. Those of today’s files are read anew each time. @throws Error where git cannot be asked or does not have it */
  async of(opened: OpenStudy, spec: StateSpec): Promise<StudyState> {
    const { savedState, stagedState, todaysState } = await import('./loaded.js');
    if (spec === 'working') return todaysState(opened);
    const git = await opened.seen.store.git?.();
    if (git === undefined) throw new Error('There is no git to ask for an older version of this file.');
    if (spec === 'index') return stagedState(git);
    const key = keyOf(opened, spec);
    const known = this.saved.get(key);
    if (known !== undefined) return known;
    const made = savedState(git, spec.commit);
    made.catch(() => this.saved.delete(key));
    this.store(key, made);
    return made;
  }

  private store(key: string, state: Promise<StudyState>): void {
    this.saved.delete(key);
    this.saved.set(key, state);
    const oldest = this.saved.keys().next().value;
    if (this.saved.size > MOST && oldest !== undefined) this.saved.delete(oldest);
  }
}

/** How an address names a state. */
export function specOf({ name }: Snapshot): StateSpec {
  return name.is === 'commit' ? { commit: name.commit.id } : name.is;
}

/** A state is read without what is hidden. */
const keyOf = ({ root, hidden }: OpenStudy, { commit }: { readonly commit: string }): string =>
  `${root} ${commit} ${hidden}`;
