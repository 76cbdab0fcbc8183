import type { Commit, FileStamp, FileStore, GitRef, LoggedCommit, StudyGit } from '../../ports.js';
import { overlaid } from '../overlaid.js';
import { type Hiding, hidesPath, type IsHidden } from './hiding.js';

/** What stands in place of what somebody said of a version that has hidden work. */
const NOT_TOLD = '(what was said of this version is hidden)';

/** Answers whether a path is that of hidden work; undefined where nothing is hidden. */
export type HidesPath = () => ((path: string) => boolean) | undefined;

/** What `HidesPath` answers for what is hidden now. */
export function hiddenPaths(hiding: Hiding): (path: string) => boolean {
  const isHidden: IsHidden = hiding.decide();
  return path => hidesPath(hiding, isHidden, path);
}

/** The files of a study without those of hidden work: listed nowhere, read nowhere. What writes is let through as it is. */
export function seenFiles(store: FileStore, hides: HidesPath): FileStore {
  const isHidden = (path: string): boolean => hides()?.(path) ?? false;
  const own: Pick<FileStore, 'list' | 'stamp' | 'read' | 'git'> = {
    async list(): Promise<readonly FileStamp[]> {
      const all = await store.list();
      const isAway = hides();
      return isAway === undefined ? all : all.filter(({ path }) => !isAway(path));
    },
    stamp: async path => (isHidden(path) ? undefined : store.stamp(path)),
    read: async path => (isHidden(path) ? undefined : store.read(path)),
    async git() {
      const git = await store.git?.();
      return git && seenGit(git, hides);
    },
  };
  return overlaid<FileStore>(store, own);
}

/**
 * What git knows of a study without hidden work: versions have no hidden files. A version that changed any keeps its place, its author and its date, and
 * not its message, which may say what was coded.
 */
export function seenGit(git: StudyGit, hides: HidesPath): StudyGit {
  return {
    async commit(name: string): Promise<Commit | undefined> {
      const commit = await git.commit(name);
      return commit === undefined || hides() === undefined ? commit : { ...commit, subject: NOT_TOLD, body: '' };
    },
    async files(of) {
      const all = await git.files(of);
      const isAway = hides();
      return isAway === undefined ? all : new Map([...all].filter(([path]) => !isAway(path)));
    },
    read: blob => git.read(blob),
    mergeBase: (a, b) => git.mergeBase(a, b),
    async refs(): Promise<readonly GitRef[]> {
      const refs = await git.refs();
      return hides() === undefined ? refs : refs.map(ref => ({ ...ref, subject: NOT_TOLD }));
    },
    head: () => git.head(),
    async log(to, options): Promise<readonly LoggedCommit[]> {
      const log = await git.log(to, options);
      const isAway = hides();
      return isAway === undefined ? log : log.map(commit => withoutHidden(commit, isAway));
    },
  };
}

function withoutHidden(commit: LoggedCommit, isAway: (path: string) => boolean): LoggedCommit {
  const files = commit.files.filter(({ path }) => !isAway(path));
  // What a merge took in from its side is not among its files: its message may speak of that as well.
  const isTelling = files.length < commit.files.length || commit.parents.length > 1;
  return { ...commit, files, ...(isTelling ? { subject: NOT_TOLD, body: '' } : {}) };
}
