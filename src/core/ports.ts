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
   * @returns undefined where git does not have it, or there is no git to ask
   */
  gitVersion?(base: string): Promise<Uint8Array | undefined>;
  /**
   * The blob ids, 40 hex digits, of the study's files in the last commit, by their paths (NFC); none of a study that was
   * never committed. Undefined where there is no git to ask.
   */
  gitCommitted?(): Promise<ReadonlyMap<string, string> | undefined>;
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
}

/** What decides about identity and time; tests hand in their own. */
export interface Environment {
  /** Now, in milliseconds since 1970. */
  now(): number;
  /** A number in [0, 1), as unpredictable as the host can make it. */
  random(): number;
}

/** Whether a long piece of work should stop. */
export interface Cancellation {
  readonly cancelled: boolean;
}

/** Something that can be put away again. */
export interface Disposable {
  dispose(): void;
}
