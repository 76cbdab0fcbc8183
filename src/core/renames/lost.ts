import type { CodingFile } from '../coding/file.js';
import type { ReadingFile } from '../reading/file.js';
import { transcriptOf } from '../study/layout.js';
import type { Study } from '../study/study.js';

/** A file in a coder's folder. */
export type CoderFile = CodingFile | ReadingFile;

/** A transcript that is not where the files of its coders say, and these files. */
export interface LostTranscript {
  /** The path that the files say. */
  readonly path: string;
  readonly files: readonly CoderFile[];
}

/** The transcripts that are gone, wherever they are thought to be now. */
export function lostTranscripts(study: Study): LostTranscript[] {
  const byPath = new Map<string, CoderFile[]>();
  for (const files of [study.index.allFiles(), study.readings.allFiles()]) {
    for (const file of files) {
      const path = mirroredBy(file);
      if (!study.exists(path)) byPath.set(path, [...(byPath.get(path) ?? []), file]);
    }
  }
  return [...byPath].map(([path, files]) => ({ path, files }));
}

/** The transcript that a file says it is about by its own path. */
export function mirroredBy({ path, transcript }: Pick<CoderFile, 'path' | 'transcript'>): string {
  return transcriptOf(path) ?? transcript;
}

/** What a file holds that has a place in the transcript. */
export function recordsIn(file: CoderFile) {
  return 'codings' in file ? file.codings : file.notes;
}

/** The versions of the transcript that a file was made on, the one most records were made on first. */
export function basesOf(files: readonly CoderFile[]): string[] {
  const counts = new Map<string, number>();
  for (const { base } of files.flatMap<{ base?: string }>(recordsIn))
    if (base !== undefined) counts.set(base, (counts.get(base) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([base]) => base);
}
