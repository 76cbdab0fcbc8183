import { ChangeRefused, type Destination } from '../../../codebook/change.js';
import { moveEntries } from '../../../codebook/changes/move.js';
import type { Codebook, CodebookEntry } from '../../../codebook/codebook.js';
import type { Side } from '../source.js';
import { type BookSides, siblingsIn } from './bookSides.js';
import type { Trial } from './trial.js';

/**
 * Where an entry of a side belongs in today's codebook: behind the nearest of those it stands behind there, else before the
 * nearest of those it stands before, else as the last one in the same.
 * @throws ChangeRefused where what it stands in is not there today
 */
export function destinationOf(sides: BookSides, book: Codebook, entry: CodebookEntry, side: Side): Destination {
  const parent = entry.parent && sides.today(book, entry.parent);
  if (entry.parent !== undefined && parent === undefined) {
    throw new ChangeRefused(
      `“${entry.title}” stands in “${entry.parent.title}” there, which the codebook does not have today.`,
      `Take over “${entry.parent.title}” first.`,
    );
  }
  const settled = sides.settledSiblings(book, entry, side);
  const at = siblingsIn(sides[side], entry).indexOf(entry);
  const ahead = settled.slice(0, at).findLast(other => other !== undefined);
  if (ahead !== undefined) return { after: ahead.id };
  const behind = settled.slice(at + 1).find(other => other !== undefined);
  return behind === undefined ? { under: parent?.id } : { before: behind.id };
}

/**
 * Puts entries where they belong on a side, among what they came to stand beside because something else went: where that is the same
 * as there, and nobody put them elsewhere in it.
 * @param ids in today's codebook
 */
export function arrange(trial: Trial, sides: BookSides, ids: readonly string[], side: Side): void {
  for (const id of ids) {
    const goal = sides[side].entries.find(entry => sides.today(trial.book, entry)?.id === id);
    const entry = goal && sides.today(trial.book, goal);
    if (goal === undefined || entry === undefined || sides.isReordered(goal)) continue;
    if (!sides.isInPlace(trial.book, entry, goal)) continue;
    moveEntries(trial.draft, [id], destinationOf(sides, trial.book, goal, side), trial.intention);
  }
}
