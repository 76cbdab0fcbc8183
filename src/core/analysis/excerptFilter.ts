import { fold } from '../codebook/search.js';
import type { Evidence } from '../coding/evidence.js';
import type { Span } from '../text/span.js';
import type { ListedExcerpt } from './excerptList.js';

/** Which excerpts of a list are wanted; an empty text lets all through. */
export interface ListFilter {
  readonly coder: string;
  /** Path of a transcript. */
  readonly transcript: string;
  /** Words that all occur in the excerpt, its memo, or the names of who speaks; letter case and accents aside. */
  readonly words: string;
  /** How they are marked; `none`: those without a mark. */
  readonly evidence: '' | Evidence | 'none';
}

export const NO_FILTER: ListFilter = { coder: '', transcript: '', words: '', evidence: '' };

/** What is searched of an excerpt, folded once: somebody types letter by letter. */
const searched = new WeakMap<ListedExcerpt, string>();

/** The excerpts that are wanted, in their order. */
export function filterExcerpts(excerpts: readonly ListedExcerpt[], filter: ListFilter): ListedExcerpt[] {
  const words = searchWords(filter.words);
  return excerpts.filter(excerpt => {
    if (filter.coder !== '' && excerpt.coder !== filter.coder) return false;
    if (filter.transcript !== '' && excerpt.transcript !== filter.transcript) return false;
    if (filter.evidence !== '' && (excerpt.evidence ?? 'none') !== filter.evidence) return false;
    return words.length === 0 || words.every(word => searchedIn(excerpt).includes(word));
  });
}

/** The words of a search as they are compared. */
export function searchWords(words: string): string[] {
  return fold(words)
    .split(/\s+/)
    .filter(word => word !== '');
}

/**
 * Where words of a search stand in a text.
 * @param words as `searchWords` gives them
 * @returns places in UTF-16 units, in order; those that touch or overlap are one
 */
export function matchesIn(text: string, words: readonly string[]): Span[] {
  if (words.length === 0) return [];
  const { folded, places } = foldWithPlaces(text);
  const found: Span[] = [];
  for (const word of words) {
    for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + word.length)) {
      found.push({ start: places[at] as number, end: places[at + word.length] as number });
    }
  }
  found.sort((a, b) => a.start - b.start);
  const joined: Span[] = [];
  for (const span of found) {
    const last = joined.at(-1);
    if (last === undefined || span.start > last.end) joined.push(span);
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return joined;
}

function searchedIn(excerpt: ListedExcerpt): string {
  const known = searched.get(excerpt);
  if (known !== undefined) return known;
  const { text, memo, speakers, participants } = excerpt;
  const folded = fold([text, memo ?? '', ...speakers, ...participants].join('\n'));
  searched.set(excerpt, folded);
  return folded;
}

/** A folded text, and for each of its UTF-16 units (and the end) where what it stands for begins in the text itself. */
function foldWithPlaces(text: string): { folded: string; places: number[] } {
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const part = fold(character);
    for (let i = 0; i < part.length; i++) places.push(at);
    folded += part;
    at += character.length;
  }
  places.push(at);
  return { folded, places };
}
