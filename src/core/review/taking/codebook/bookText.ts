import type { Codebook } from '../../../codebook/codebook.js';
import { foldSpace } from '../../../codebook/plain.js';
import { lineDiff } from '../../../text/lineDiff.js';
import { saidAhead } from '../../codebook/bookText.js';
import { linesOf } from '../../codebook/ownText.js';
import type { BookSides } from './bookSides.js';
import type { BookRespect } from './entryRespect.js';

/** What stands in the codebook before its first theme or code: its title, say. */
export function bookText(sides: BookSides): BookRespect {
  return {
    isOn: (book, side) => foldSpace(saidAhead(book)) === foldSpace(saidAhead(sides[side])),
    take({ draft, book }, side) {
      const [old, now] = [ahead(book), ahead(sides[side])];
      // A codebook of which nothing is left is still one.
      draft.apply(lineDiff(old, now.length === 0 ? ['# Codebook', ''] : now));
    },
  };
}

function ahead(book: Codebook): string[] {
  const all = linesOf(book);
  const lines = all.slice(0, book.entries[0]?.line ?? all.length);
  if (book.entries.length === 0) while (lines.at(-1) === '') lines.pop();
  return lines;
}
