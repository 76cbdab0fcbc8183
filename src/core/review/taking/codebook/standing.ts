import { ChangeRefused } from '../../../codebook/change.js';
import type { Codebook } from '../../../codebook/codebook.js';
import type { CodebookTextChange, EntryChange } from '../../change.js';
import type { Standing } from '../respect.js';
import type { Sources } from '../source.js';
import { BookSides } from './bookSides.js';
import { bookText } from './bookText.js';
import { respectOfEntry } from './entryRespect.js';

/** Both codebooks of a comparison, as long as anybody holds that. */
const known = new WeakMap<Codebook, WeakMap<Codebook, BookSides>>();

/** The codebooks of both sides, laid beside each other once. */
export async function sidesOf(sources: Sources): Promise<BookSides> {
  const [before, after] = [await sources.before.codebook(), await sources.after.codebook()];
  const ofBefore = known.get(before) ?? new WeakMap<Codebook, BookSides>();
  known.set(before, ofBefore);
  const found = ofBefore.get(after) ?? new BookSides(before, after);
  ofBefore.set(after, found);
  return found;
}

/** Which side a codebook says, in the respect that a change is about. */
export async function standingOfEntry(
  today: Codebook,
  change: EntryChange | CodebookTextChange,
  sources: Sources,
): Promise<Standing> {
  const sides = await sidesOf(sources);
  try {
    const respect = change.what === 'codebook-text' ? bookText(sides) : respectOfEntry(sides, change);
    if (respect.isOn(today, 'after')) return 'after';
    return respect.isOn(today, 'before') ? 'before' : 'other';
  } catch (error) {
    if (error instanceof ChangeRefused) return 'other';
    throw error;
  }
}
