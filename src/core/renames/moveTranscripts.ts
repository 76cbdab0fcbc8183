import { ChangeRefused } from '../codebook/change.js';
import { allOrNothing } from '../study/allOrNothing.js';
import { foldPath } from '../study/layout.js';
import type { Study } from '../study/study.js';
import type { FileEdit } from '../text/lineEdit.js';
import { sameBytes } from '../text/sameBytes.js';
import { type Move, type MovedAlong, moveAlong } from './moveAlong.js';

/** What was moved: the transcripts that were still at their old paths, and all that belongs to any of them. */
export interface TranscriptsMoved extends MovedAlong {
  readonly transcripts: readonly Move[];
}

/**
 * Moves transcripts, where they are still at their old paths, and the files of all coders along with them. The transcript
 * goes first: should the process be killed in between, its codings are found by its content. Doing it once more finishes.
 * @throws ChangeRefused where another file has the new path; nothing was moved
 */
export async function moveTranscripts(study: Study, moves: readonly Move[]): Promise<TranscriptsMoved> {
  const wanted = moves.filter(({ from, to }) => from !== to && study.exists(from));
  for (const { from, to } of wanted) if (study.exists(to) && !(await isCopy(study, from, to))) throw taken(to);
  return allOrNothing(study, async (made, study) => {
    const edits: FileEdit[] = [];
    for (const { from, to } of wanted) {
      if (await study.move(from, to)) {
        const edit = { path: to, edits: [], movedFrom: from };
        edits.push(edit);
        made(edit);
      } else if (await isCopy(study, from, to)) await removeCopy(study, from);
      else throw taken(to);
    }
    const along = await moveAlong(study, moves);
    along.edits.forEach(made);
    return { ...along, transcripts: wanted, edits: [...edits, ...along.edits] };
  });
}

/** Whether a file stands under both paths: that is what a kill in the middle of a move leaves. */
async function isCopy(study: Study, a: string, b: string): Promise<boolean> {
  // Two names that differ in letter case only may be one file: then it would be removed as a copy of itself.
  if (foldPath(a) === foldPath(b)) return false;
  const [one, other] = await Promise.all([study.store.read(a), study.store.read(b)]);
  return one !== undefined && sameBytes(one, other);
}

async function removeCopy(study: Study, path: string): Promise<void> {
  await study.store.replace(path, await study.store.read(path), undefined);
  await study.reload([path]);
}

function taken(path: string): ChangeRefused {
  return new ChangeRefused(`${path} is there already.`, 'Choose another path, or move that file away first.');
}
