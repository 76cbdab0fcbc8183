import { ChangeRefused } from '../codebook/change.js';
import type { FileStore, Journal, StudyGit, StudyWork } from '../ports.js';
import type { Problem } from '../problem.js';
import { sameBytes } from '../text/sameBytes.js';
import { decodeUtf8 } from '../text/utf8.js';
import { parseStudyConfig } from './config.js';
import { STUDY_FILE } from './layout.js';
import { overlaid } from './overlaid.js';

/** @throws ChangeRefused where a study's files are of a format that this version does not know; what to do is said */
export function refuseNewer({ newer }: { readonly newer?: Problem }): void {
  if (newer !== undefined) throw new ChangeRefused(newer.message, newer.remedy);
}

/** What a study file of these bytes says of its format. @throws ChangeRefused where this version does not know it */
export function refuseNewerFile(bytes: Uint8Array | undefined): void {
  refuseNewer(parseStudyConfig(bytes && decodeUtf8(bytes)));
}

/** @throws ChangeRefused where a version (full id) of the study is of a format that this version does not know, so that nothing can be merged with it */
export async function refuseNewerVersion(git: Pick<StudyGit, 'files' | 'read'>, commit: string): Promise<void> {
  const blob = (await git.files({ commit })).get(STUDY_FILE);
  refuseNewerFile(blob === undefined ? undefined : await git.read(blob));
}

/**
 * The files of a study; where they are of a newer format than this version knows, they are for reading only: whatever writes or makes
 * versions throws ChangeRefused. The study file is asked at every write, since a newer one may have come in unnoticed; that is one small
 * read, and nothing more as long as it says what it said the time before.
 */
export function readOnlyWhenNewer(store: FileStore): FileStore {
  let known: Uint8Array | undefined;
  const refuse = async (): Promise<void> => {
    const bytes = await store.read(STUDY_FILE);
    if (sameBytes(bytes, known)) return;
    refuseNewerFile(bytes);
    known = bytes;
  };
  const writing = (files: Pick<FileStore, 'replace' | 'move'>): Pick<FileStore, 'replace' | 'move'> => ({
    replace: first(refuse, files, 'replace'),
    move: first(refuse, files, 'move'),
  });
  return overlaid<FileStore>(store, {
    ...writing(store),
    journal() {
      const journal = store.journal?.();
      return journal && overlaid<Journal>(journal, writing(journal));
    },
    async work() {
      const work = await store.work?.();
      return work && refusing(work, refuse);
    },
  });
}

/** What changes branches without touching what is in files stays: it is a way back to a version of a format that is known. */
function refusing(work: StudyWork, refuse: () => Promise<void>): StudyWork {
  return overlaid<StudyWork>(work, {
    save: first(refuse, work, 'save'),
    merge: first(refuse, work, 'merge'),
    conclude: first(refuse, work, 'conclude'),
    settle: first(refuse, work, 'settle'),
    unsettle: first(refuse, work, 'unsettle'),
    finishUnderWay: first(refuse, work, 'finishUnderWay'),
  });
}

/** A method that does something else first, and nothing where that fails. */
function first<T extends Record<K, (...args: never[]) => Promise<unknown>>, K extends keyof T>(
  before: () => Promise<void>,
  of: T,
  name: K,
): T[K] {
  const does = async (...args: never[]): Promise<unknown> => {
    await before();
    return of[name](...args);
  };
  return does as T[K];
}
