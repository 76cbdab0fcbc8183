import { ChangeRefused } from '../../../codebook/change.js';
import { mergeEntries } from '../../../codebook/changes/merge.js';
import type { CodebookEntry } from '../../../codebook/codebook.js';
import type { BookSides } from './bookSides.js';
import { arrange } from './destination.js';
import type { BookRespect } from './entryRespect.js';
import { putEntry } from './presence.js';
import { byHand, type Trial } from './trial.js';

/**
 * That an entry was merged into another one.
 * @param before the entry
 * @param into the one it is in after the change
 */
export function merged(sides: BookSides, before: CodebookEntry, into: CodebookEntry): BookRespect {
  return {
    isOn(book, side) {
      const entry = book.find(before.id);
      if (side === 'before') return entry?.id === before.id;
      return entry !== undefined && entry.id !== before.id && entry === sides.today(book, into);
    },
    take(trial, side) {
      if (side === 'before') putEntry(trial, sides, before, 'before');
      else merge(trial, sides, before, into);
    },
  };
}

function merge(trial: Trial, sides: BookSides, before: CodebookEntry, into: CodebookEntry): void {
  const { draft, book, intention } = trial;
  const [entry, target] = [sides.today(book, before), sides.today(book, into)];
  if (entry === undefined) throw byHand(before);
  if (target === undefined) {
    throw new ChangeRefused(
      `“${before.title}” was merged into “${into.title}”, which the codebook does not have today.`,
      `Take over “${into.title}” first.`,
    );
  }
  const parts = entry.children.map(({ id }) => id);
  mergeEntries(draft, { do: 'merge', from: [entry.id], into: target.id }, intention);
  arrange(trial, sides, parts, 'after');
}
