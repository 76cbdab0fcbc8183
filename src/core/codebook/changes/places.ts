import type { Destination } from '../change.js';
import type { Codebook, CodebookEntry } from '../codebook.js';
import { type Place, placeAtTop, placeUnder } from '../place.js';
import type { BookDraft } from './draft.js';
import { DEEPEST, writtenParent } from './heading.js';
import { lastLineOf } from './layout.js';

/**
 * Where something comes to stand. A code goes behind the codes of its theme, before its subthemes; a theme behind
 * everything in it.
 * @throws ChangeRefused where the destination is not in the codebook
 */
export function placeFor(draft: BookDraft, to: Destination, kind: CodebookEntry['kind']): Place {
  if ('under' in to) {
    if (to.under === undefined) return placeAtTop(draft.book);
    const holder = draft.entry(to.under);
    return kind === 'theme' ? placeLast(draft.book, holder) : placeUnder(draft.book, holder);
  }
  const beside = draft.entry('before' in to ? to.before : to.after);
  const parent = writtenParent(draft.lines, beside);
  const isFollowed = parent !== undefined && beside.parent !== undefined && draft.book.find(parent) === beside.parent;
  return {
    after: 'before' in to ? beside.line - 1 : lastLineOf(draft.book, beside),
    level: beside.level,
    ...(isFollowed && { parent }),
  };
}

function placeLast(book: Codebook, holder: CodebookEntry): Place {
  if (holder.level >= DEEPEST) return { after: lastLineOf(book, holder), level: DEEPEST, parent: holder.id };
  return { after: holder.lastLine, level: holder.level + 1 };
}
