import type { Pause } from './pieces.js';

/** One file of the study as the store lists it. */
export interface FileStamp {
  /** Path relative to the study, with `/`. */
  readonly path: string;
  /** Size in bytes. */
  readonly size: number;
  /** Time of the last change, in milliseconds; only ever compared for equality. */
  readonly modified: number;
}

/** The files of one study. Paths are relative to it, with `/`; a path that leaves the study is refused. */
export interface FileStore {
  /** Every file Verbatim may read (Markdown, coding lines, CSV, study file); hidden and dependency folders left out. */
  list(): Promise<readonly FileStamp[]>;
  /** One file as `list` would give it; undefined where it is not there or Verbatim does not read such files. */
  stamp(path: string): Promise<FileStamp | undefined>;
  /**
   * The blob id git would give a file, 40 hex digits, where git may convert its line ends; undefined where there is no git
   * to ask. Asked for files with CRLF only: all others are stored as they are.
   */
  gitBlobId?(path: string): Promise<string | undefined>;
  /**
   * An older version of a file, as git stores it.
   * @param base the first 12 hex digits of its blob id
   * @returns undefined where git does not have it or does not answer, or there is no git to ask
   */
  gitVersion?(base: string): Promise<Uint8Array | undefined>;
  /**
   * The blob ids, 40 hex digits, of the study's files in the last commit, by their paths (NFC); none of a study that was
   * never committed. Undefined where there is no git to ask.
   */
  gitCommitted?(): Promise<ReadonlyMap<string, string> | undefined>;
  /** The history of the study; undefined where it is in no repository, or git cannot or must not be asked. @throws where git does not answer */
  git?(): Promise<StudyGit | undefined>;
  /** What makes versions of the study and exchanges them with others; undefined where `git` is. */
  work?(): Promise<StudyWork | undefined>;
  /** The bytes of a file, or undefined where there is none. */
  read(path: string): Promise<Uint8Array | undefined>;
  /**
   * Compare-and-swap: if the file still is `expected` (undefined: still absent), make it `next` (undefined: remove it).
   * Once this answers true the new content survives a kill.
   * @returns false, having changed nothing, when the file is something else by now
   * @throws when the disk refuses; the file is then as it was
   */
  replace(path: string, expected: Uint8Array | undefined, next: Uint8Array | undefined): Promise<boolean>;
  /**
   * Gives a file another path, byte for byte. The file is there under its new path before it is gone under the old one. Two
   * paths that are one file on this disk, because they differ in letter case only, are no obstacle.
   * @returns false, having changed nothing, where there is no such file, or another file has the new path
   * @throws when the disk refuses; the file then still has its old path
   */
  move(from: string, to: string): Promise<boolean>;
  /** Begins a change of several files that is to survive a kill whole or not at all; undefined where that cannot be had. */
  journal?(): Journal | undefined;
  /** What changes that were cut off left behind and could not be taken back, as of the last `list`. */
  cutOff?(): Promise<readonly CutOff[]>;
}

/**
 * A change of several files. What goes through here is noted before it is done: should the process die before `end`, the next `list` of
 * whatever process takes all of it back. Costs nothing as long as nothing is written.
 */
export interface Journal extends Pick<FileStore, 'replace' | 'move'> {
  /** All of it is done, or nothing any more. @throws when the disk refuses; then the next start takes it back */
  end(): Promise<void>;
  /** Part of it is done and cannot be put back now: the next start tries. */
  leave(): Promise<void>;
}

/** A file of the study in a change that was cut off and could not be taken back. */
export interface CutOff {
  /** Path from the study, with `/`. */
  readonly path: string;
  /** Path from the study of a copy of what it said before, where one is kept. */
  readonly kept?: string;
  /** Why not, where the disk refused; missing where somebody changed one of the files since. */
  readonly why?: string;
}

/** A commit, as far as an analysis cares. */
export interface Commit {
  /** All hex digits of its id. */
  readonly id: string;
  readonly parents: readonly string[];
  /** Name of its author; mail addresses are nobody's business. */
  readonly author: string;
  /** When it was authored, ISO 8601. */
  readonly date: string;
  /** First line of its message. */
  readonly subject: string;
  /** The rest of its message, without blank lines around it; may be empty. */
  readonly body: string;
}

/** A file of the study that a commit changed. */
export interface CommittedFile {
  /** Relative to the study, with `/`, NFC. */
  readonly path: string;
  /** Blob ids (all hex digits); undefined where the file is not there. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** A commit and what it changed in the study, against its first parent. */
export interface LoggedCommit extends Commit {
  readonly files: readonly CommittedFile[];
  /**
   * For each parent the commit of the log at which the study became what it was there, in the order of `parents`; undefined where
   * no commit of the log made it so.
   */
  readonly madeOn: readonly (string | undefined)[];
  /** It has parents that this copy of the repository does not hold (a shallow clone). */
  readonly isCutOff: boolean;
}

/** A name somebody may pick a state by. */
export interface GitRef {
  readonly kind: 'branch' | 'remote' | 'tag';
  /** Short, such as `main`, `origin/main`, `v1`. */
  readonly name: string;
  /** Id of the commit it stands for (of a tag: the commit it is on). */
  readonly commit: string;
  /** Of that commit. */
  readonly author: string;
  /** Of that commit, ISO 8601. */
  readonly date: string;
  /** Of that commit. */
  readonly subject: string;
}

/** Where the working tree is. */
export interface GitHead {
  /** Short name; undefined where no branch is checked out. */
  readonly branch: string | undefined;
  /** Id of the last saved version; undefined before the first. */
  readonly commit: string | undefined;
  /** Short name of the branch this one is to be merged into, as far as the repository tells; never the branch itself. */
  readonly base: string | undefined;
}

/**
 * What git knows of a study. Everything here only reads, never goes to a network, and starts nothing that the repository's
 * configuration names. Rejects with an `Error` that says what to do where git fails.
 */
export interface StudyGit {
  /** The commit that a name (branch, tag, id or any other that git knows) stands for; undefined where there is none. @throws where git does not answer */
  commit(name: string): Promise<Commit | undefined>;
  /** Blob ids (all hex digits) of the study's files in a commit (its full id) or in the index, by path from the study (NFC). */
  files(of: { readonly commit: string } | 'index'): Promise<ReadonlyMap<string, string>>;
  /** A blob by its id (12 hex digits or more); undefined where git does not have it. @throws where git does not answer */
  read(blob: string): Promise<Uint8Array | undefined>;
  /** The last commit that two commits (full ids) have in common; undefined where there is none. */
  mergeBase(a: string, b: string): Promise<string | undefined>;
  /** Branches, remote branches and tags, those with the newest commits first. */
  refs(): Promise<readonly GitRef[]>;
  head(): Promise<GitHead>;
  /**
   * The commits that changed the study, older ones before those made on them.
   * @param to full id of the last one
   * @param from full id; commits that are in its history are left out
   * @param paths only commits that changed one of these, and of a commit only these files
   */
  log(
    to: string,
    options?: { readonly from?: string; readonly paths?: readonly string[] },
  ): Promise<readonly LoggedCommit[]>;
}

/** What somebody began in a repository and did not end. */
export type UnderWay = 'merge' | 'squash' | 'rebase' | 'cherry-pick' | 'revert' | 'stash' | 'bisect';

/** Where a repository stands, as far as saving and exchanging versions cares. */
export interface Standing extends GitHead {
  readonly underWay: UnderWay | undefined;
  /** Somebody else holds git's lock on the files, or left it behind. */
  readonly isLocked: boolean;
  /** Who saves versions here; undefined where git was not told. */
  readonly identity: { readonly name: string; readonly email: string } | undefined;
  /** The remote that versions are exchanged with: that of the branch, else `origin`, else the only one. */
  readonly remote: string | undefined;
  /** Short name of the remote branch that the current branch follows, as it was last fetched: `origin/main`. */
  readonly upstream: string | undefined;
}

/** One file that several versions have differently: blob ids (all hex digits), undefined where it is not there. */
export interface FileBlobs {
  /** Path from the study, with `/`, NFC. */
  readonly path: string;
  /**
   * What both come from: one as a rule, none where nobody knows. Where histories crossed, one is made of several by what they mean; there are several
   * still where these contradict each other, or the file is no text or was renamed.
   */
  readonly bases: readonly (string | undefined)[];
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
}

/** Two versions put together in memory; no file, branch or index of the person's is touched. */
export interface GitMerge {
  /** Full ids of the two commits, and of all those that both come from. */
  readonly ours: string;
  readonly theirs: string;
  readonly bases: readonly string[];
  /** `here`: theirs is in ours already; `forward`: ours is in theirs, nothing is to be merged; `both`: both have versions of their own. */
  readonly relation: 'here' | 'forward' | 'both';
  /** Files of the study that both sides changed, whether git could put them together or not; their result is for the core to say. */
  readonly bothChanged: readonly FileBlobs[];
  /** Paths from the root of the repository that git cannot put together and that are no files of the study. */
  readonly foreign: readonly string[];
  /** The id of the tree as git put it together, conflicts included; only good for `conclude`. */
  readonly tree: string;
}

/** A merge, rebase, cherry-pick or squash that git began or made by itself, so that it can be looked at after the fact. */
export interface MadeMerge {
  /** Undefined: it is done. */
  readonly underWay: UnderWay | undefined;
  /** Full id of the version that it became; undefined where it is under way. */
  readonly made: string | undefined;
  /** Full ids. In a rebase or cherry-pick `theirs` is the version that is being put on top of `ours`. */
  readonly ours: string;
  readonly theirs: string;
  readonly bases: readonly string[];
  /** Files of the study that both sides changed, or that git has as conflicts. */
  readonly files: readonly MadeFile[];
}

/** What git is in the middle of, or what the last version was made by. */
export interface LastMade {
  /** Older ones first. */
  readonly merges: readonly MadeMerge[];
  /**
   * Full ids of versions that a rebase or cherry-pick put on top of others, older ones first, of which nothing here tells what they are copies of:
   * what git put together in them cannot be looked at.
   */
  readonly unknown: readonly string[];
}

/** A file that git put together, or tried to. */
export interface MadeFile extends FileBlobs {
  /** Git has it as a conflict. The blobs are those of the conflict then. */
  readonly isUnmerged: boolean;
  /** Blob id of what git left on disk when it stopped, marks included; undefined where it does not tell. */
  readonly left: string | undefined;
}

/**
 * Making and exchanging versions. Whatever fails rejects with a `VersionFailure` and leaves files, branches and index as they were.
 */
export interface StudyWork {
  standing(): Promise<Standing>;
  /** Tells git who saves versions in this repository (and in no other). */
  identify(name: string, email: string): Promise<void>;
  /** Paths from the study (NFC) of its files that differ from the last version, those never saved included. */
  unsaved(): Promise<readonly string[]>;
  /**
   * Makes a version of these files and of no others, whatever else is changed or staged in the repository.
   * @param paths as `unsaved` gives them
   * @returns full id of the commit
   */
  save(paths: readonly string[], message: string): Promise<string>;
  /** Learns of the remote's versions; changes nothing but names such as `origin/main`. */
  fetch(cancellation?: Cancellation): Promise<void>;
  /** Puts the current version and another one (full id) together in memory. */
  merge(theirs: string): Promise<GitMerge>;
  /**
   * Makes the result of a merge the current version, in files, index and branch at once. Refuses where that would overwrite a file that was not saved.
   * @param resolved the content of every file of `bothChanged`, by its path; undefined: no such file. Not needed for `forward`
   * @returns full id of the current version
   */
  conclude(merge: GitMerge, resolved: ReadonlyMap<string, Uint8Array | undefined>, message: string): Promise<string>;
  /**
   * Starts a branch at the current version and goes on with it; no file changes.
   * @param base remembered as what it is to be merged into
   * @param leaveAt the version (full id, in the history of the current one) at which the branch that was current stays behind; as it is, where that is not said
   */
  startBranch(name: string, base: string | undefined, leaveAt?: string): Promise<void>;
  /** Forgets a local branch that is not the current one. Refuses where it has versions that the current one has not. */
  forgetBranch(name: string): Promise<void>;
  /** Goes on with another local branch, moved forward to `to` (full id) where that is said. Refuses where a file that was not saved would be lost. */
  switchTo(branch: string, to?: string): Promise<void>;
  /** What git is in the middle of, or has just made: undefined where there is nothing of the kind to look at. */
  lastMerge(): Promise<MadeMerge | undefined>;
  /**
   * The same where the last version was made by several: a rebase or cherry-pick puts one version after the other on top. The last one is
   * `lastMerge`.
   */
  lastMerges(): Promise<LastMade>;
  /** Tells git that these files (paths from the study) are settled, as they are on disk now, one that is gone included. */
  settle(paths: readonly string[]): Promise<void>;
  /** Makes conflicts of files that git put together by itself while something is under way, so that it saves none before all is settled. */
  unsettle(files: readonly FileBlobs[]): Promise<void>;
  /** Ends what is under way, where nothing in it is unsettled; a rebase may come to its next version and be under way still. */
  finishUnderWay(): Promise<Standing>;
  /** Gives up what is under way: everything is as it was before it began. */
  abandonUnderWay(): Promise<void>;
  /** Sends the current branch to the remote under its own name, and follows it from then on. */
  push(cancellation?: Cancellation): Promise<void>;
}

/**
 * What goes to the network, only ever because a person asked for it: plain git, or an editor that has the person's credentials.
 * Rejects with a `VersionFailure`.
 */
export interface RemoteExchange {
  /**
   * Learns of the versions of a remote; changes nothing but names such as `origin/main`.
   * @param remote its name
   */
  fetch(remote: string, cancellation?: Cancellation): Promise<void>;
  /**
   * Sends a local branch to a remote, under its own name; never forced.
   * @param branch its short name
   */
  push(remote: string, branch: string, cancellation?: Cancellation): Promise<void>;
}

/** What decides about identity and time; tests hand in their own. */
export interface Environment {
  /** Now, in milliseconds since 1970. */
  now(): number;
  /** A number in [0, 1), as unpredictable as the host can make it. */
  random(): number;
  /** For one long work: what lets others have their turn between its pieces. Missing where nobody waits. */
  takingTurns?(): Pause;
}

/** Whether a long piece of work should stop. */
export interface Cancellation {
  readonly cancelled: boolean;
}

/** Something that can be put away again. */
export interface Disposable {
  dispose(): void;
}
