import { ChangeRefused } from '../../../codebook/change.js';
import type { Codebook, CodebookEntry } from '../../../codebook/codebook.js';
import type { EntryChange } from '../../change.js';
import type { Side } from '../source.js';
import { movedInto, orderOf } from './arrangement.js';
import type { BookSides } from './bookSides.js';
import { heading } from './heading.js';
import { formerIds, ownId } from './ids.js';
import { merged } from './merged.js';
import { presenceOf } from './presence.js';
import { isTextAspect, text } from './texts.js';
import type { Trial } from './trial.js';

/** What a change of the codebook is about, as something that a codebook says or not, and that it can be made to say. */
export interface BookRespect {
  /** Whether a codebook says what a side says. */
  isOn(book: Codebook, side: Side): boolean;
  /**
   * Makes it say so.
   * @throws ChangeRefused where that cannot be done without doing something else
   */
  take(trial: Trial, side: Side): void;
}

/** An entry that both sides have. */
export interface Both {
  readonly before: CodebookEntry;
  readonly after: CodebookEntry;
}

/** What a change of a theme or code is about. */
export function respectOfEntry(sides: BookSides, change: EntryChange): BookRespect {
  if (change.what === 'entry-added') {
    const entry = inBook(sides.after, change.after);
    return presenceOf(sides, entry, 'after', change.unmergedFrom !== undefined);
  }
  if (change.what === 'entry-removed') return presenceOf(sides, inBook(sides.before, change.before), 'before', false);
  if (change.what === 'entry-merged')
    return merged(sides, inBook(sides.before, change.before), inBook(sides.after, change.into));
  const both = { before: inBook(sides.before, change.before), after: inBook(sides.after, change.after) };
  const { aspect } = change;
  if (aspect === 'id') return ownId(sides, both);
  if (aspect === 'formerly') return formerIds(sides, both);
  if (aspect === 'moved') return movedInto(sides, both);
  if (aspect === 'order') return orderOf(sides, both);
  return isTextAspect(aspect) ? text(sides, both, aspect) : heading(sides, both, aspect);
}

/** An entry as the codebook has it that was read here: of two with the same id the one in the same line. */
function inBook(book: Codebook, entry: CodebookEntry): CodebookEntry {
  const same = book.entries.filter(({ id }) => id === entry.id);
  const found = same.find(({ line }) => line === entry.line) ?? same[0];
  if (found !== undefined) return found;
  throw new ChangeRefused(`“${entry.title}” is not in the codebook that was compared.`, 'Compare once more.');
}
