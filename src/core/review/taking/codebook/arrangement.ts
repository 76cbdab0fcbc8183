import { moveEntries } from '../../../codebook/changes/move.js';
import type { BookSides } from './bookSides.js';
import { destinationOf } from './destination.js';
import type { BookRespect, Both } from './entryRespect.js';
import { byHand } from './trial.js';

/** Where an entry stands: in which other one, or where among its siblings. */
export function arrangement(sides: BookSides, both: Both, aspect: 'moved' | 'order'): BookRespect {
  return {
    isOn(book, side) {
      const entry = sides.today(book, both[side]);
      if (entry === undefined) return false;
      return aspect === 'moved'
        ? sides.isInPlace(book, entry, both[side])
        : sides.isInOrder(book, entry, both[side], side);
    },
    take(trial, side) {
      const { draft, book, intention } = trial;
      const entry = sides.today(book, both[side]);
      if (entry === undefined) throw byHand(both[side]);
      moveEntries(draft, [entry.id], destinationOf(sides, book, both[side], side), intention);
    },
  };
}
