import type { LoggedCommit } from '../ports.js';
import { CODEBOOK_FILE, isReadable, placeOf } from '../study/layout.js';
import type { HistoryBlobs } from './historyBlobs.js';
import { Tally } from './historyTally.js';

/** The files of a study at a version, by path, and how many codings there are in them. */
export interface FileState {
  readonly files: ReadonlyMap<string, string>;
  readonly tally: Tally;
}

const NOTHING: FileState = { files: new Map(), tally: Tally.empty() };

/**
 * What the files of the study were at each commit of a log, worked out from what each commit changed. A state is kept only
 * until the last commit that was made on it has been looked at.
 */
export class HistoryStates {
  private readonly states = new Map<string, FileState>();
  /** How many commits of the log were made on a commit and not looked at yet. */
  private readonly children = new Map<string, number>();

  constructor(
    private readonly blobs: HistoryBlobs,
    log: readonly LoggedCommit[],
  ) {
    for (const id of log.flatMap(({ madeOn }) => madeOn)) {
      if (id !== undefined) this.children.set(id, (this.children.get(id) ?? 0) + 1);
    }
  }

  /** The states a commit was made on, in the order of its parents; one empty state where it is the first of all. */
  before({ madeOn: [first, ...others] }: LoggedCommit): readonly [FileState, ...FileState[]] {
    return [this.stateOf(first), ...others.map(id => this.stateOf(id))];
  }

  /** The state that a commit made of the one before; from now on commits may be made on it. */
  async after({ id, madeOn, files: changed }: LoggedCommit, before: FileState): Promise<FileState> {
    const files = new Map(before.files);
    const tally = before.tally.copy();
    for (const { path, after } of changed) {
      if (!isReadable(path)) continue;
      await this.count(tally, path, files.get(path), -1);
      if (after === undefined) files.delete(path);
      else files.set(path, after);
      await this.count(tally, path, after, 1);
    }
    const state = { files, tally };
    this.states.set(id, state);
    for (const one of madeOn) if (one !== undefined) this.release(one);
    return state;
  }

  /**
   * The commit at which the study became what it is at the end of a history, where the last commit changed nothing in it: of those that
   * nothing was made on, the one with these files.
   */
  endingIn(files: ReadonlyMap<string, string>): string | undefined {
    const same = (state: FileState): boolean =>
      [...state.files].every(([path, blob]) => files.get(path) === blob) &&
      [...files.keys()].every(path => state.files.has(path) || !isReadable(path));
    return [...this.states].find(([, state]) => same(state))?.[0];
  }

  /** Index of the structure of themes and codes of a state. */
  structure({ files }: FileState): Promise<number> {
    return this.blobs.structure(files.get(CODEBOOK_FILE));
  }

  private stateOf(id: string | undefined): FileState {
    return (id === undefined ? undefined : this.states.get(id)) ?? NOTHING;
  }

  private release(id: string): void {
    const left = (this.children.get(id) ?? 0) - 1;
    this.children.set(id, left);
    if (left === 0) this.states.delete(id);
  }

  private async count(tally: Tally, path: string, blob: string | undefined, sign: 1 | -1): Promise<void> {
    const place = blob === undefined ? undefined : placeOf(path);
    if (place !== undefined && blob !== undefined) tally.count(place, await this.blobs.codes(blob), sign);
  }
}
