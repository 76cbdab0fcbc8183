import { isMarkdown, type PlaceInCodings } from '../study/layout.js';
import type { Study } from '../study/study.js';
import { Candidates } from './candidates.js';
import { type Finding, findTranscripts } from './find.js';
import { type CoderFile, lostTranscripts, mirroredBy } from './lost.js';

/**
 * Transcripts that have another path now than the files of their coders say. What is certain is adopted: in memory, the
 * files count for the transcript where it is now. Nothing is written; moving the files along is the researcher's to ask for.
 */
export class Renames {
  /** The transcript of today, by the path of a coder's file that says another one. */
  private readonly homes = new Map<string, string>();
  private offers = new Map<string, readonly string[]>();
  private readonly candidates: Candidates;
  /** What was known at the last search: while it is the same, so is what it finds. */
  private seen = '';
  private following: Promise<void> = Promise.resolve();

  constructor(private readonly study: Study) {
    this.candidates = new Candidates(study);
  }

  /** A place in a coder's folder with the transcript that it is about today. */
  placed(place: PlaceInCodings): PlaceInCodings {
    const transcript = this.homes.get(place.path);
    return transcript === undefined ? place : { ...place, transcript };
  }

  /** Where a transcript is that is gone from a path; undefined where that is not known, or its files contradict each other. */
  nowAt(path: string): string | undefined {
    const found = new Set([...this.homes].flatMap(([file, home]) => (this.oldPathOf(file) === path ? [home] : [])));
    return found.size === 1 ? [...found][0] : undefined;
  }

  /** Paths that files of coders say for a transcript that is not there any more. */
  oldPathsOf(transcript: string): string[] {
    const old = [...this.homes].flatMap(([file, home]) => (home === transcript ? (this.oldPathOf(file) ?? []) : []));
    return [...new Set(old)];
  }

  /** What a transcript that is gone may be, best first; empty where nobody knows, or it is certain. */
  offersFor(path: string): readonly string[] {
    return (this.offers.get(path) ?? []).filter(offer => this.study.exists(offer));
  }

  /**
   * Searches for the transcripts that are gone, one search after the other. Where none is gone, or nothing changed since the
   * last search, nothing is read.
   * @param changed is told the files that count for another transcript now, and the transcripts
   */
  follow(changed: (paths: readonly string[]) => void): Promise<void> {
    const next = this.following.then(() => this.search(changed));
    this.following = next.catch(() => undefined);
    return next;
  }

  /**
   * Gives up what no longer holds: the old transcript is back, the new one is gone.
   * @returns the files that count for another transcript now, and the transcripts
   */
  settle(): string[] {
    const changed: string[] = [];
    for (const [path, home] of this.homes) {
      const file = this.file(path);
      const old = file && mirroredBy(file);
      if (old !== undefined && !this.study.exists(old) && this.study.exists(home)) continue;
      this.homes.delete(path);
      if (file !== undefined && old !== undefined) this.place(file, old);
      changed.push(path, home, ...(old === undefined ? [] : [old]));
    }
    return changed;
  }

  private async search(changed: (paths: readonly string[]) => void): Promise<void> {
    const lost = lostTranscripts(this.study);
    const now = lost.length === 0 ? '' : this.state();
    if (now === this.seen) return;
    const findings = await findTranscripts(this.study, lost, this.candidates, this.homes).finally(() =>
      this.candidates.rest(),
    );
    this.seen = now;
    const before = this.offers;
    this.offers = new Map(findings.map(({ lost: { path }, offered }) => [path, offered]));
    const isNew = ({ lost: { path }, offered }: Finding): boolean =>
      offered.join('\n') !== before.get(path)?.join('\n');
    const offered = findings.filter(isNew).flatMap(({ lost: { files } }) => files.map(({ path }) => path));
    changed([...findings.flatMap(finding => this.adopt(finding)), ...offered]);
  }

  /** Files may have come, changed and gone while they were searched: what no longer fits is left to the next search. */
  private adopt({ lost, homes }: Finding): string[] {
    const changed: string[] = [];
    for (const { path } of lost.files) {
      const file = this.file(path);
      const home = homes.get(path);
      if (file === undefined || home === undefined || file.transcript === home) continue;
      if (this.study.exists(lost.path) || !this.study.exists(home)) continue;
      changed.push(path, file.transcript, home);
      this.homes.set(path, home);
      this.place(file, home);
    }
    return changed;
  }

  private file(path: string): CoderFile | undefined {
    return this.study.index.file(path) ?? this.study.readings.file(path);
  }

  private oldPathOf(file: string): string | undefined {
    const found = this.file(file);
    return found && mirroredBy(found);
  }

  private place(file: CoderFile, transcript: string): void {
    if ('codings' in file) this.study.index.set({ ...file, transcript });
    else this.study.readings.set({ ...file, transcript });
  }

  /** Every file that a search depends on, with its size and time. */
  private state(): string {
    const { study } = this;
    const files = [...study.index.allFiles(), ...study.readings.allFiles()].map(({ path }) => path);
    const paths = [...new Set([...files, ...[...study.paths()].filter(isMarkdown)])].sort();
    return paths.map(path => `${path} ${study.stampOf(path)?.size} ${study.stampOf(path)?.modified}`).join('\n');
  }
}
