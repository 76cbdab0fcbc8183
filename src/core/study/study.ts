import { SavedQueries } from '../analysis/query/saved/savedQuery.js';
import type { Anchors } from '../anchoring/anchors.js';
import type { Codebook, CodebookEntry } from '../codebook/codebook.js';
import { parseCodebook } from '../codebook/parse.js';
import type { Coding } from '../coding/coding.js';
import { DiscussionIndex } from '../discussion/discussionIndex.js';
import { Memos } from '../memos/memos.js';
import type { Pause } from '../pieces.js';
import type { Cancellation, CutOff, Disposable, Environment, FileStamp, FileStore } from '../ports.js';
import type { Note } from '../reading/record.js';
import { Renames } from '../renames/renames.js';
import { RoundsIndex } from '../rounds/roundsIndex.js';
import { normaliseText } from '../text/normalise.js';
import { sameBytes } from '../text/sameBytes.js';
import { decodeUtf8 } from '../text/utf8.js';
import { CoderFiles } from './coderFiles.js';
import { CodingIndex } from './codingIndex.js';
import { parseStudyConfig, type StudyConfig, transcriptFilter } from './config.js';
import { eachAtOnce } from './eachAtOnce.js';
import { readOnlyWhenNewer } from './format.js';
import {
  CODEBOOK_FILE,
  foldPath,
  isCodersFile,
  isMarkdown,
  isSavedQuery,
  PARTICIPANTS_FILE,
  STUDY_FILE,
  transcriptOf,
} from './layout.js';
import { type Participants, parseParticipants } from './participants.js';
import { Places } from './places.js';
import { ReadingIndex } from './readingIndex.js';
import { takeCodersFile } from './takeCodersFile.js';
import { Transcripts } from './transcripts.js';
import { type EditsTo, updateFile, type Written } from './write.js';

/** What is new since the last event: the files that changed. */
export interface StudyEvent {
  readonly paths: readonly string[];
}

/** How far opening has come, in files. */
export type Progress = (done: number, total: number) => void;

/** How many files are read at the same time: enough to keep a disk busy, few enough to keep memory flat. */
const READ_AT_ONCE = 32;

/**
 * Everything known about one study, kept up to date one file at a time. Opening reads the coding lines and the codebook;
 * transcripts are listed, and read and parsed only when somebody looks at one.
 */
export class Study {
  readonly index = new CodingIndex();
  /** What each coder said of the transcripts, and notes without codes. */
  readonly readings = new ReadingIndex();
  /** What was said about codings, codes and themes. */
  readonly discussion = new DiscussionIndex();
  /** The blind rounds that were opened and closed. */
  readonly rounds = new RoundsIndex();
  /** The questions that were saved. */
  readonly queries = new SavedQueries();
  /** Which files hold what a coder says of a transcript. */
  readonly coderFiles = new CoderFiles(this.index, this.readings);
  /** Transcripts that are known to have another path now than the files of their coders say. */
  readonly renames = new Renames(this);
  readonly transcripts: Transcripts;
  readonly memos: Memos;
  /** Where codings and notes are today. */
  readonly places: Places;
  config: StudyConfig = parseStudyConfig(undefined);
  codebook: Codebook = parseCodebook('');
  /** Files of changes that were cut off and could not be taken back. */
  cutOff: readonly CutOff[] = [];
  /** False until there is a `codebook.md`. */
  hasCodebook = false;
  participants: Participants = parseParticipants(undefined);
  private readonly stamps = new Map<string, FileStamp>();
  private readonly listeners = new Set<(event: StudyEvent) => void>();
  private queue: Promise<unknown> = Promise.resolve();

  /** Its files; where they are of a newer format than this version knows, whatever writes throws ChangeRefused. */
  readonly store: FileStore;

  constructor(
    store: FileStore,
    readonly environment: Environment,
  ) {
    this.store = readOnlyWhenNewer(store);
    this.transcripts = new Transcripts(store, environment, () => this.participants);
    this.memos = new Memos(store, () => this.paths());
    this.places = new Places(store, environment, path => this.recordsOf(path));
  }

  /** Paths of the transcripts, sorted: those the study file names or the default finds, and all that are coded or noted on. */
  transcriptPaths(): string[] {
    const markdown = [...this.stamps.keys()].filter(isMarkdown);
    const listed = markdown.filter(transcriptFilter(this.config, markdown));
    return [...new Set([...listed, ...this.index.codedTranscripts(), ...this.readings.transcripts()])].sort();
  }

  /** Whether a path is among the transcripts. */
  isTranscript(path: string): boolean {
    return (
      this.index.filesOf(path).length > 0 ||
      this.readings.filesOf(path).length > 0 ||
      (this.exists(path) && transcriptFilter(this.config, this.paths())(path))
    );
  }

  /** Where the codings and notes of a transcript are, as it is on disk; undefined where there is no file. */
  async anchors(path: string): Promise<Anchors | undefined> {
    const version = await this.transcripts.text(path);
    return version && this.places.in(path, version);
  }

  /** The transcript that a file in a coder's folder is about, wherever that is today; undefined for all other files. */
  transcriptOf(path: string): string | undefined {
    return (this.index.file(path) ?? this.readings.file(path))?.transcript ?? transcriptOf(path);
  }

  /** All codings and notes of a transcript. */
  *recordsOf(transcript: string): Generator<Coding | Note> {
    for (const { codings } of this.index.filesOf(transcript)) yield* codings;
    for (const { notes } of this.readings.filesOf(transcript)) yield* notes;
  }

  /** Paths of all files that are known, read or not. */
  paths(): Iterable<string> {
    return this.stamps.keys();
  }

  /** Whether a file is there. */
  exists(path: string): boolean {
    return this.stamps.has(path);
  }

  /** Size and time of a file when it was last looked at; undefined where it is not there. */
  stampOf(path: string): FileStamp | undefined {
    return this.stamps.get(path);
  }

  /** Calls back after every change, once the study is consistent again. */
  onDidChange(listener: (event: StudyEvent) => void): Disposable {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  }

  /**
   * Brings everything up to date with the files: reads those that are new or whose size or time changed since the last
   * time, forgets those that are gone. The first call opens the study; one that was cancelled goes on where it stopped.
   * @returns the paths that changed
   */
  refresh(progress?: Progress, cancellation?: Cancellation): Promise<readonly string[]> {
    return this.inTurn(() => this.takeAll(progress, cancellation));
  }

  /** Takes in files that somebody else may have changed; those that are as known cost a look at their size and time. */
  reload(paths: readonly string[]): Promise<void> {
    return this.inTurn(async () => {
      if (this.isRecased(paths)) {
        await this.takeAll();
        return;
      }
      const changed: string[] = [];
      const pause = this.environment.takingTurns?.();
      try {
        await eachAtOnce(paths, READ_AT_ONCE, async path => {
          const stamp = await this.store.stamp(path);
          const known = this.stamps.get(path);
          if (stamp === undefined ? known === undefined : sameStamp(stamp, known)) return;
          if (stamp === undefined) this.forget(path);
          else if (!(await this.takeFromStore(stamp, pause))) return;
          changed.push(path);
        });
      } finally {
        this.announce(changed);
      }
    });
  }

  /**
   * Takes a file in as the store reads it now, whatever its size and time on disk say: somebody is typing in it and has
   * not saved yet, or has turned away from what was typed. Says nothing where the text is as known.
   */
  reread(path: string): Promise<void> {
    return this.inTurn(async () => {
      if (!isKept(path)) return;
      const bytes = await this.store.read(path);
      if (this.take(path, bytes && decodeUtf8(bytes))) this.announce([path]);
    });
  }

  /**
   * Changes one file by compare-and-swap and takes the result in. When this returns the change is on disk.
   * @param edits gets the file's text as it is now, gives the edits
   * @param goesWhenEmpty the file is taken away where nothing is left in it, as coding files always are
   * @param store what it is written through, where that is not the study's own (see `OneChange`)
   */
  update(path: string, edits: EditsTo, goesWhenEmpty = false, store: FileStore = this.store): Promise<Written> {
    return this.inTurn(async () => {
      const written = await updateFile(store, path, edits, goesWhenEmpty);
      if (written.edit.edits.length === 0) return written;
      this.take(path, written.text);
      await this.stampOwn(path, written.bytes);
      this.announce([path]);
      return written;
    });
  }

  /**
   * Gives a file another path, byte for byte, and takes that in. When this returns it is so on disk.
   * @param store as for `update`
   * @returns false, having changed nothing, where there is no such file, or another one has the new path
   */
  move(from: string, to: string, store: FileStore = this.store): Promise<boolean> {
    return this.inTurn(async () => {
      if (!(await store.move(from, to))) return false;
      this.forget(from);
      try {
        const stamp = await this.store.stamp(to);
        if (stamp !== undefined) await this.takeFromStore(stamp);
      } catch {
        // It was moved, whatever the disk says now: the next look reads it.
        this.stamps.set(to, unknownStamp(to));
      }
      this.announce([from, to]);
      return true;
    });
  }

  /**
   * Finds out which transcripts that are gone have another path now, and shows what was said of them there. Reads nothing
   * unless one is gone; writes nothing.
   */
  followRenames(): Promise<void> {
    return this.renames.follow(changed => this.announce(changed));
  }

  /** Today's text of a file; undefined where it is not there. */
  async textOf(path: string): Promise<string | undefined> {
    const bytes = await this.store.read(path);
    return bytes && decodeUtf8(bytes);
  }

  /** What a code id stands for today: the entry itself, one it was merged into, or nothing. */
  entry(code: string): CodebookEntry | undefined {
    return this.codebook.find(code);
  }

  /** Id that a code goes by today; one that the codebook does not know stays as it is. */
  idToday(code: string): string {
    return this.entry(code)?.id ?? code;
  }

  /** What a code id is called today; a code that the codebook does not know goes by its id. */
  titleOf(code: string): string {
    return this.entry(code)?.title ?? code;
  }

  /** Ids that codings use and whose current entry this is: its own and those it replaces. */
  idsOf(entry: CodebookEntry): string[] {
    return [entry.id, ...entry.formerly].filter(id => this.codebook.find(id) === entry);
  }

  /** On a disk that minds no letter case a renamed file is still found under its old name: there only the list of files tells. */
  private isRecased(paths: readonly string[]): boolean {
    const fresh = paths.filter(path => !this.stamps.has(path));
    if (fresh.length === 0) return false;
    const known = new Set([...this.stamps.keys()].map(foldPath));
    return fresh.some(path => known.has(foldPath(path)));
  }

  private async takeAll(progress?: Progress, cancellation?: Cancellation): Promise<readonly string[]> {
    const listed = await this.store.list();
    this.cutOff = (await this.store.cutOff?.()) ?? [];
    const now = new Set(listed.map(stamp => stamp.path));
    const stale = listed.filter(stamp => !sameStamp(stamp, this.stamps.get(stamp.path)));
    const changed = [...this.stamps.keys()].filter(path => !now.has(path));
    for (const path of changed) this.forget(path);
    const pause = this.environment.takingTurns?.();
    let done = 0;
    try {
      await eachAtOnce(stale, READ_AT_ONCE, async stamp => {
        if (cancellation?.cancelled) return;
        await this.takeFromStore(stamp, pause);
        changed.push(stamp.path);
        progress?.(++done, stale.length);
      });
    } finally {
      this.announce(changed);
    }
    return changed;
  }

  /** @param pause called when it is read: several may be read in one moment, and each takes its time to be understood */
  private async takeFromStore(stamp: FileStamp, pause?: Pause): Promise<boolean> {
    const bytes = isKept(stamp.path) ? await this.store.read(stamp.path) : undefined;
    await pause?.();
    this.stamps.set(stamp.path, stamp);
    return this.take(stamp.path, bytes && decodeUtf8(bytes));
  }

  /** Notes size and time of a file as we wrote it. Where somebody wrote right after us, the next look must read it. */
  private async stampOwn(path: string, bytes: Uint8Array | undefined): Promise<void> {
    // It is written, whatever the disk says now: the next look reads it.
    const look = async () => [await this.store.stamp(path), await this.store.read(path)] as const;
    const [stamp, now] = await look().catch(() => [undefined, undefined]);
    const isOurs = stamp !== undefined && sameBytes(now, bytes);
    if (bytes === undefined && now === undefined) this.stamps.delete(path);
    else this.stamps.set(path, isOurs ? stamp : unknownStamp(path));
  }

  private forget(path: string): void {
    this.stamps.delete(path);
    this.take(path, undefined);
  }

  /**
   * Puts one file's new content in its place; undefined: it is gone (or, for a transcript, not read).
   * @returns false where a codebook is as it was, as when what was typed is saved: nothing was parsed or changed
   */
  private take(path: string, text: string | undefined): boolean {
    if (takeCodersFile(this, path, text)) return true;
    if (isSavedQuery(path)) return this.queries.take(path, text);
    if (path === CODEBOOK_FILE) {
      const isKnown = this.hasCodebook === (text !== undefined) && this.codebook.text === normaliseText(text ?? '');
      if (isKnown) return false;
      this.codebook = parseCodebook(text ?? '');
      this.hasCodebook = text !== undefined;
    } else if (path === STUDY_FILE) {
      this.config = parseStudyConfig(text);
    } else if (path === PARTICIPANTS_FILE) {
      this.participants = parseParticipants(text);
      this.transcripts.forgetAll();
    } else {
      this.transcripts.forget(path);
      this.memos.changed(path);
    }
    return true;
  }

  private announce(paths: readonly string[]): void {
    if (paths.length === 0) return;
    const all = [...new Set([...paths, ...this.renames.settle()])];
    for (const listener of this.listeners) listener({ paths: all });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.queue.then(work, work);
    this.queue = result.catch(() => undefined);
    return result;
  }
}

/** Whether a file's content is kept in memory; a transcript's is not, it is read when somebody looks at it. */
function isKept(path: string): boolean {
  const isOwn = path === CODEBOOK_FILE || path === STUDY_FILE || path === PARTICIPANTS_FILE;
  return isOwn || isCodersFile(path) || isSavedQuery(path);
}

/** A stamp that no file has: the next look reads it. */
function unknownStamp(path: string): FileStamp {
  return { path, size: -1, modified: 0 };
}

function sameStamp(a: FileStamp, b: FileStamp | undefined): boolean {
  return b !== undefined && a.size === b.size && a.modified === b.modified;
}
