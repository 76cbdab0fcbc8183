import { BASE_LENGTH, baseOf } from '../coding/blobId.js';
import { inPieces } from '../pieces.js';
import type { Environment, FileStore } from '../ports.js';
import { CodePoints } from '../text/codePoints.js';
import { normaliseText } from '../text/normalise.js';
import { decodeUtf8 } from '../text/utf8.js';
import { readFrontMatter } from '../transcript/frontMatter.js';
import { parseTranscript, transcriptInPieces } from '../transcript/parse.js';
import type { FrontMatter, Transcript } from '../transcript/transcript.js';
import type { Participants } from './participants.js';
import type { Version } from './places.js';

/** A transcript as it is on disk. */
export interface LoadedTranscript extends Transcript {
  /** First 12 hex digits of the git blob id of its bytes. */
  readonly base: string;
}

/** How many parsed transcripts are kept; enough for what is open and what a hover mentions. */
const MOST_KEPT = 40;

/** Reads and parses transcripts when somebody looks at one, and keeps the last few. */
export class Transcripts {
  private readonly kept = new Map<string, Promise<LoadedTranscript | undefined>>();
  private readonly fronts = new Map<string, Promise<FrontMatter | undefined>>();

  constructor(
    private readonly store: FileStore,
    private readonly environment: Environment,
    private readonly participants: () => Participants,
  ) {}

  /** The transcript at a path, parsed; undefined where there is no file. */
  get(path: string): Promise<LoadedTranscript | undefined> {
    const found = this.kept.get(path) ?? this.load(path);
    // Moving it to the end makes the first entry the one that nobody asked for the longest.
    this.kept.delete(path);
    this.kept.set(path, found);
    const oldest = this.kept.keys().next();
    if (this.kept.size > MOST_KEPT && oldest.value !== undefined) this.kept.delete(oldest.value);
    // What failed once (too many open files, say) is tried again at the next look.
    found.catch(() => this.kept.get(path) === found && this.kept.delete(path));
    return found;
  }

  /** As `get`, for a look at one transcript after the other: what is not kept already is not kept afterwards either. */
  glance(path: string): Promise<LoadedTranscript | undefined> {
    return this.kept.get(path) ?? this.load(path);
  }

  /** What the front matter of a transcript says, for a look at all of them: it is small, and kept until the file changes. */
  frontMatter(path: string): Promise<FrontMatter | undefined> {
    const found = this.fronts.get(path) ?? this.loadFront(path);
    this.fronts.set(path, found);
    found.catch(() => this.fronts.get(path) === found && this.fronts.delete(path));
    return found;
  }

  /** The text of a transcript and its id, unparsed: enough to place codings, and cheap for many files. */
  async text(path: string): Promise<Required<Version> | undefined> {
    const parsed = await this.kept.get(path);
    if (parsed !== undefined) return parsed;
    const found = await this.base(path);
    return found && { points: new CodePoints(normaliseText(found.text)), base: found.base };
  }

  /** The file at a path changed: the next look reads it again. */
  forget(path: string): void {
    this.kept.delete(path);
    this.fronts.delete(path);
  }

  /** Something that all transcripts depend on changed. */
  forgetAll(): void {
    this.kept.clear();
  }

  /** Parses a text as the transcript at a path, with what the study declares about speakers. */
  parse(text: string, path: string): Transcript {
    return parseTranscript(text, path, this.participants().names);
  }

  /** The `base` of codings that are made on a transcript as it is on disk, with its text; undefined where it is not there. */
  async base(path: string): Promise<{ text: string; base: string } | undefined> {
    const bytes = await this.store.read(path);
    if (bytes === undefined) return undefined;
    const raw = decodeUtf8(bytes);
    // git may store LF where the disk has CRLF; for all other files the bytes decide.
    const id = raw.includes('\r\n') ? await this.store.gitBlobId?.(path) : undefined;
    return { text: raw, base: id?.slice(0, BASE_LENGTH) ?? baseOf(bytes) };
  }

  private async loadFront(path: string): Promise<FrontMatter | undefined> {
    const bytes = await this.store.read(path);
    return bytes && readFrontMatter(normaliseText(decodeUtf8(bytes)), path).frontMatter;
  }

  private async load(path: string): Promise<LoadedTranscript | undefined> {
    const found = await this.base(path);
    if (found === undefined) return undefined;
    const work = transcriptInPieces(found.text, path, this.participants().names);
    const transcript = await inPieces(work, { pause: this.environment.takingTurns?.() });
    return transcript && { ...transcript, base: found.base };
  }
}
