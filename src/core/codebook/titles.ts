import type { Codebook, CodebookEntry } from './codebook.js';
import { type LikeName, namesLike } from './names.js';
import { fold } from './search.js';
import { cleanTitle } from './write.js';

/** What speaks against a title: nothing is left of it, it exists in the same place, or much the same exists somewhere. */
export type TitleObjection =
  | { readonly kind: 'empty' }
  | { readonly kind: 'exists'; readonly entry: CodebookEntry }
  | ({ readonly kind: 'similar' } & LikeName);

/**
 * Looks for what speaks against giving an entry a title: see `namesLike`.
 * @param under what the entry stands in or is to stand in; undefined: the top
 * @param except the entry itself, where it is to be renamed
 */
export function objectionTo(
  book: Codebook,
  title: string,
  under: CodebookEntry | undefined,
  except?: CodebookEntry,
): TitleObjection | undefined {
  const clean = cleanTitle(title);
  if (clean === '') return { kind: 'empty' };
  const like = namesLike(book, clean).filter(({ entry }) => entry !== except);
  const there = like.find(({ entry }) => entry.parent === under && fold(entry.title) === fold(clean));
  if (there !== undefined) return { kind: 'exists', entry: there.entry };
  return like[0] && { kind: 'similar', ...like[0] };
}
