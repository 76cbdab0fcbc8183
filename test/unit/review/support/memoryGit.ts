import type { CommittedFile, LoggedCommit, StudyGit } from '../../../../src/core/ports.js';
import { encodeUtf8 } from '../../../../src/core/text/utf8.js';

/** Files of a study by path. */
export type Files = ReadonlyMap<string, string>;

/** Repositories without git: commits are made of whole states, and the texts of files stand for the ids of their blobs. */
export class MemoryGit {
  readonly log: LoggedCommit[] = [];
  private readonly states = new Map<string, Files>();

  /** Saves a state as a commit on others; answers its id. One that changes nothing is not in the log, as with git. */
  commit(files: Files, parents: readonly string[], author = 'EA'): string {
    const id = String(this.states.size);
    const first = parents[0] === undefined ? new Map<string, string>() : this.filesOf(parents[0]);
    const changed: CommittedFile[] = [...new Set([...first.keys(), ...files.keys()])]
      .map(path => ({ path, before: first.get(path), after: files.get(path) }))
      .filter(({ before, after }) => before !== after);
    this.states.set(id, files);
    const date = new Date(Date.UTC(2026, 0, 1) + this.states.size * 3_600_000).toISOString();
    const commit = { id, parents, author, date, subject: `version ${id}`, body: '' };
    this.log.push({ ...commit, files: changed, madeOn: parents, isCutOff: false });
    return id;
  }

  filesOf(id: string): Files {
    return this.states.get(id) ?? new Map();
  }

  get last(): LoggedCommit {
    return this.log.at(-1) as LoggedCommit;
  }

  /** As the history asks it. */
  get git(): StudyGit {
    return {
      commit: () => Promise.resolve(this.last),
      files: of => Promise.resolve(of === 'index' ? new Map() : this.filesOf(of.commit)),
      read: blob => Promise.resolve(encodeUtf8(blob)),
      mergeBase: () => Promise.resolve(undefined),
      refs: () => Promise.resolve([]),
      head: () => Promise.resolve({ branch: 'main', commit: this.last.id, base: undefined }),
      log: () => Promise.resolve(this.log),
    };
  }
}
