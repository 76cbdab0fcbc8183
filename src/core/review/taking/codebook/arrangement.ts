import { ChangeRefused } from '../../../codebook/change.js';
import { moveEntries } from '../../../codebook/changes/move.js';
import type { Codebook } from '../../../codebook/codebook.js';
import { otherSide, type Side } from '../source.js';
import type { BookSides } from './bookSides.js';
import { destinationOf } from './destination.js';
import type { BookRespect, Both } from './entryRespect.js';
import { byHand } from './trial.js';

/** In which other entry one stands. */
export function movedInto(sides: BookSides, both: Both): BookRespect {
  return {
    isOn(book, side) {
      const entry = sides.today(book, both[side]);
      return entry !== undefined && sides.isInPlace(book, entry, both[side]);
    },
    take({ draft, book, intention }, side) {
      const entry = sides.today(book, both[side]);
      if (entry === undefined) throw byHand(both[side]);
      moveEntries(draft, [entry.id], destinationOf(sides, book, both[side], side), intention);
    },
  };
}

/** Where an entry stands among its siblings. */
export function orderOf(sides: BookSides, both: Both): BookRespect {
  const isThere = (book: Codebook, side: Side): boolean => {
    const entry = sides.today(book, both[side]);
    return entry !== undefined && sides.isInPlace(book, entry, both[side]);
  };
  const isInOrder = (book: Codebook, side: Side): boolean => {
    const entry = sides.today(book, both[side]);
    return entry !== undefined && sides.isInOrder(book, entry, both[side], side);
  };
  return {
    isOn(book, side) {
      if (isThere(book, side)) return isInOrder(book, side);
      // What it stood in is gone: it stands with those of the other side by now, and in their order or not yet.
      const other = otherSide(side);
      return isThere(book, other) && !isInOrder(book, other);
    },
    take({ draft, book, intention }, side) {
      const entry = sides.today(book, both[side]);
      if (entry === undefined) throw byHand(both[side]);
      if (!isThere(book, side)) {
        throw new ChangeRefused(
          `“${entry.title}” stands in another theme today than it does there.`,
          'Move it into that theme first.',
        );
      }
      moveEntries(draft, [entry.id], destinationOf(sides, book, both[side], side), intention);
    },
  };
}
