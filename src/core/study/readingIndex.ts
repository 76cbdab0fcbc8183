import type { ReadingFile } from '../reading/file.js';
import type { Note } from '../reading/record.js';

/** A note and the file it stands in. */
export interface PlacedNote {
  readonly note: Note;
  readonly file: ReadingFile;
}

/** How far who has read what, and notes without codes. Takes in one file at a time. */
export class ReadingIndex {
  private readonly files = new Map<string, ReadingFile>();
  private readonly byTranscript = new Map<string, Map<string, ReadingFile>>();
  /** The files of every note, by its id. */
  private readonly places = new Map<string, Set<string>>();
  private changes = 0;

  /** How many reading files there are. */
  get size(): number {
    return this.files.size;
  }

  /** Another number after every change, for those who keep what they have worked out. */
  get version(): number {
    return this.changes;
  }

  /** Puts a file in, in place of what was there under its path. */
  set(file: ReadingFile): void {
    this.delete(file.path);
    this.changes++;
    this.files.set(file.path, file);
    const ofTranscript = this.byTranscript.get(file.transcript) ?? new Map<string, ReadingFile>();
    this.byTranscript.set(file.transcript, ofTranscript.set(file.path, file));
    for (const { id } of file.notes) this.places.set(id, (this.places.get(id) ?? new Set()).add(file.path));
  }

  /** Takes a file out. */
  delete(path: string): void {
    const file = this.files.get(path);
    if (file === undefined) return;
    this.changes++;
    this.files.delete(path);
    const ofTranscript = this.byTranscript.get(file.transcript);
    ofTranscript?.delete(path);
    if (ofTranscript?.size === 0) this.byTranscript.delete(file.transcript);
    for (const { id } of file.notes) {
      const paths = this.places.get(id);
      paths?.delete(path);
      if (paths?.size === 0) this.places.delete(id);
    }
  }

  /** The file at a path. */
  file(path: string): ReadingFile | undefined {
    return this.files.get(path);
  }

  /** All files, in the order they came in. */
  allFiles(): Iterable<ReadingFile> {
    return this.files.values();
  }

  /** The files of a transcript, one a coder. */
  filesOf(transcript: string): ReadingFile[] {
    return [...(this.byTranscript.get(transcript)?.values() ?? [])];
  }

  /** Paths of all transcripts of which somebody said something. */
  transcripts(): Iterable<string> {
    return this.byTranscript.keys();
  }

  /** Whether an id is that of a note. */
  has(id: string): boolean {
    return this.places.has(id);
  }

  /** The note with an id; the first of them where the id stands more than once. */
  find(id: string): PlacedNote | undefined {
    for (const path of this.places.get(id) ?? []) {
      const file = this.files.get(path);
      const note = file?.notes.find(candidate => candidate.id === id);
      if (file !== undefined && note !== undefined) return { note, file };
    }
    return undefined;
  }
}
