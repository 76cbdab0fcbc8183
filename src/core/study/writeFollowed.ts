import type { AfterSave } from '../anchoring/follow.js';
import type { FileEdit } from '../text/lineEdit.js';
import { allOrNothing } from './allOrNothing.js';
import { placeOf } from './layout.js';
import { moveIn } from './refreshAnchors.js';
import type { Study } from './study.js';

/** What was written of records that were followed: how many codings and notes, and every edit in the order it was made. */
export interface FollowedDone {
  readonly codings: number;
  readonly notes: number;
  readonly edits: readonly FileEdit[];
}

/**
 * Writes what `afterSave` decided, all of it or nothing. A line that somebody changed meanwhile is left as it is.
 */
export async function writeFollowed(study: Study, { moves }: Pick<AfterSave, 'moves'>): Promise<FollowedDone> {
  return allOrNothing(
    study,
    async (made, study) => {
      const counts = { codings: 0, notes: 0 };
      const edits: FileEdit[] = [];
      for (const [path, ofFile] of moves) {
        let count = 0;
        const { edit } = await study.update(path, text => {
          const answer = moveIn(text ?? '', { path, moves: ofFile });
          count = answer.count;
          return answer.edits;
        });
        made(edit);
        if (edit.edits.length === 0) continue;
        edits.push(edit);
        counts[placeOf(path) === undefined ? 'notes' : 'codings'] += count;
      }
      return { ...counts, edits };
    },
    moves.size,
  );
}
