import type { Commit } from '../ports.js';

/** What a state is called: the files as they are now, what is staged for the next commit, or a commit by the name it was picked by. */
export type StateName =
  | { readonly is: 'working' }
  | { readonly is: 'index' }
  | { readonly is: 'commit'; readonly commit: Commit; readonly name: string };

/** The files of a study at one state. */
export interface Snapshot {
  readonly name: StateName;
  /**
   * Every file that may hold anything of the analysis, by its path, with something that says what is in it: where it is the same, so are the bytes; where it
   * differs, they may still be.
   */
  readonly files: ReadonlyMap<string, string>;
  /** The text of a file, decoded; undefined where it is not there. */
  read(path: string): Promise<string | undefined>;
  /** An older version of any transcript by the beginning of its blob id; undefined where nobody has it. */
  version(base: string): Promise<Uint8Array | undefined>;
}
