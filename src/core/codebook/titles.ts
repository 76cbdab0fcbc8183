import type { Codebook, CodebookEntry } from './codebook.js';
import { fold } from './search.js';
import { cleanTitle } from './write.js';

/** What speaks against a title: nothing is left of it, it exists in the same place, or much the same exists somewhere. */
export type TitleObjection =
  | { readonly kind: 'empty' }
  | { readonly kind: 'exists'; readonly entry: CodebookEntry }
  | { readonly kind: 'similar'; readonly entry: CodebookEntry };

/**
 * Looks for what speaks against giving an entry a title. Titles are compared without letter case, accents and
 * punctuation.
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
  const words = wordsOf(clean);
  const alike = book.entries.filter(entry => entry !== except && wordsOf(entry.title) === words);
  const there = alike.find(entry => entry.parent === under && fold(entry.title) === fold(clean));
  if (there !== undefined) return { kind: 'exists', entry: there };
  return alike[0] && { kind: 'similar', entry: alike[0] };
}

function wordsOf(title: string): string {
  const words = fold(title)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words === '' ? title : words;
}
