import type { Coding } from '../coding/coding.js';
import type { CodingFile } from '../coding/file.js';
import { CodeUses, type UseInFile } from './codeUses.js';

/** A coding and the file it stands in. */
export interface PlacedCoding {
  readonly coding: Coding;
  readonly file: CodingFile;
}

/** Changes of all indexes: no two of them ever have the same number, be they of one study. */
let changesOfAll = 0;

/**
 * What is coded where. Takes in one file at a time; what a change costs depends on that file, not on the study. Codes
 * are counted under the id their codings were made with: what they are called now is the codebook's to say.
 */
export class CodingIndex {
  private readonly files = new Map<string, CodingFile>();
  private readonly byTranscript = new Map<string, Map<string, CodingFile>>();
  private readonly byCode = new Map<string, CodeUses>();
  /** The file of every id; a list of files (with repeats) where an id stands more than once. */
  private readonly places = new Map<string, string | string[]>();
  private readonly repeated = new Set<string>();
  private total = 0;
  private changes = 0;

  /** How many codings there are. */
  get size(): number {
    return this.total;
  }

  /** Another number after every change, and another one than any index that holds something else, for those who keep what they have worked out. */
  get version(): number {
    return this.changes;
  }

  /** Puts a coding file in, in place of what was there under its path. */
  set(file: CodingFile): void {
    this.delete(file.path);
    this.changes = ++changesOfAll;
    this.files.set(file.path, file);
    inner(this.byTranscript, file.transcript).set(file.path, file);
    this.total += file.codings.length;
    for (const coding of file.codings) {
      let use = this.byCode.get(coding.code);
      if (use === undefined) {
        use = new CodeUses(coding.code);
        this.byCode.set(coding.code, use);
      }
      use.add(file);
      this.addPlace(coding.id, file.path);
    }
  }

  /** Takes a coding file out. */
  delete(path: string): void {
    const file = this.files.get(path);
    if (file === undefined) return;
    this.changes = ++changesOfAll;
    this.files.delete(path);
    removeInner(this.byTranscript, file.transcript, path);
    this.total -= file.codings.length;
    for (const coding of file.codings) {
      const use = this.byCode.get(coding.code) as CodeUses;
      use.remove(file);
      if (use.count === 0) this.byCode.delete(coding.code);
      this.removePlace(coding.id, path);
    }
  }

  /** The coding file at a path. */
  file(path: string): CodingFile | undefined {
    return this.files.get(path);
  }

  /** All coding files, in the order they came in. */
  allFiles(): Iterable<CodingFile> {
    return this.files.values();
  }

  /** The coding files of a transcript, one a coder. */
  filesOf(transcript: string): CodingFile[] {
    return [...(this.byTranscript.get(transcript)?.values() ?? [])];
  }

  /** Paths of all transcripts that somebody has coded. */
  codedTranscripts(): Iterable<string> {
    return this.byTranscript.keys();
  }

  /** Ids of all codes that codings were made with. */
  usedCodes(): Iterable<string> {
    return this.byCode.keys();
  }

  /** How many codings were made with a code id. */
  count(code: string): number {
    return this.byCode.get(code)?.count ?? 0;
  }

  /** Where a code id occurs, by transcript, then coder; the same list until that changes. */
  usesOf(code: string): readonly UseInFile[] {
    return this.byCode.get(code)?.list() ?? [];
  }

  /** The codings made with a code id. */
  *codingsWith(code: string): Generator<PlacedCoding> {
    for (const { file, codings } of this.usesOf(code)) {
      for (const coding of codings) yield { coding, file };
    }
  }

  /** Whether an id is taken. */
  has(id: string): boolean {
    return this.places.has(id);
  }

  /** The coding with an id; the first of them where the id stands more than once. */
  find(id: string): PlacedCoding | undefined {
    const place = this.places.get(id);
    const file =
      place === undefined ? undefined : this.files.get(typeof place === 'string' ? place : (place[0] as string));
    const coding = file?.codings.find(candidate => candidate.id === id);
    return file && coding && { coding, file };
  }

  /** Ids that stand more than once, each with the files it stands in. */
  *duplicateIds(): Generator<{ id: string; paths: readonly string[] }> {
    for (const id of this.repeated) yield { id, paths: [...new Set(this.places.get(id))] };
  }

  private addPlace(id: string, path: string): void {
    const place = this.places.get(id);
    if (place === undefined) {
      this.places.set(id, path);
      return;
    }
    if (typeof place === 'string') this.places.set(id, [place, path]);
    else place.push(path);
    this.repeated.add(id);
  }

  private removePlace(id: string, path: string): void {
    const place = this.places.get(id);
    if (typeof place === 'string' || place === undefined) {
      this.places.delete(id);
      return;
    }
    place.splice(place.lastIndexOf(path), 1);
    if (place.length > 1) return;
    this.places.set(id, place[0] as string);
    this.repeated.delete(id);
  }
}

function inner<V>(map: Map<string, Map<string, V>>, key: string): Map<string, V> {
  let found = map.get(key);
  if (found === undefined) {
    found = new Map();
    map.set(key, found);
  }
  return found;
}

function removeInner<V>(map: Map<string, Map<string, V>>, key: string, innerKey: string): void {
  const found = map.get(key);
  found?.delete(innerKey);
  if (found?.size === 0) map.delete(key);
}
