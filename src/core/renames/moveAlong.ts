import { relinkMemos } from '../memos/relink.js';
import { allOrNothing } from '../study/allOrNothing.js';
import { codingPath, readingPath } from '../study/layout.js';
import type { Study } from '../study/study.js';
import { compareTexts } from '../text/compare.js';
import { changesNothing, type FileEdit } from '../text/lineEdit.js';
import { type CoderFile, mirroredBy } from './lost.js';
import { moveFile } from './moveFile.js';

/** A file that gets another path. Paths are relative to the study. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** What went along with transcripts. */
export interface MovedAlong {
  /** The files of coders. */
  readonly files: readonly Move[];
  /** Whose they are, sorted. */
  readonly coders: readonly string[];
  /** Memos in which links were written anew. */
  readonly memos: readonly string[];
  /** Every edit, in the order they were made, for undo. */
  readonly edits: readonly FileEdit[];
}

/** The files of all coders that belong to transcripts which move, and where they go; sorted. */
export function filesAlong(study: Study, transcripts: readonly Move[]): (Move & { readonly coder: string })[] {
  const moves = new Map(transcripts.map(({ from, to }) => [from, to]));
  const files: CoderFile[] = [...study.index.allFiles(), ...study.readings.allFiles()];
  const along = files.flatMap(file => {
    const { path, coder } = file;
    const home = moves.get(mirroredBy(file)) ?? moves.get(file.transcript);
    if (home === undefined) return [];
    const to = 'codings' in file ? codingPath(coder, home) : readingPath(coder, home);
    return to === path ? [] : [{ coder, from: path, to }];
  });
  return along.sort((a, b) => compareTexts(a.from, b.from));
}

/**
 * Moves the files of all coders along with transcripts that have moved, and writes links to these in memos anew. Where a
 * file is there already, lines go into it. Doing it once more does no harm, and finishes what was broken off.
 * @throws what a disk throws, once everything is as before; BrokenOff where that could not be reached
 */
export async function moveAlong(study: Study, transcripts: readonly Move[]): Promise<MovedAlong> {
  const files = inOrder(filesAlong(study, transcripts));
  return allOrNothing(study, async (made, study) => {
    const edits: FileEdit[] = [];
    const keep = (edit: FileEdit): void => {
      if (changesNothing(edit)) return;
      edits.push(edit);
      made(edit);
    };
    for (const { from, to } of files) await moveFile(study, from, to, keep);
    const memos = await relinkMemos(study, transcripts, keep);
    const coders = [...new Set(files.map(({ coder }) => coder))].sort();
    return { files, coders, memos, edits };
  });
}

/** A file that goes to where another one leaves goes after it, or their lines would be mixed. */
function inOrder<T extends Move>(moves: readonly T[]): T[] {
  const left = [...moves];
  const ordered: T[] = [];
  while (left.length > 0) {
    const sources = new Set(left.map(({ from }) => from));
    const free = left.findIndex(({ from, to }) => from === to || !sources.has(to));
    ordered.push(...left.splice(Math.max(free, 0), 1));
  }
  return ordered;
}
