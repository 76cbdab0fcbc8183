import { fold } from '../codebook/search.js';
import type { ListedExcerpt } from './excerptList.js';

/** Which excerpts of a list are wanted; an empty text lets all through. */
export interface ListFilter {
  readonly coder: string;
  /** Path of a transcript. */
  readonly transcript: string;
  /** Words that all occur in the excerpt, its memo, or the names of who speaks; letter case and accents aside. */
  readonly words: string;
}

export const NO_FILTER: ListFilter = { coder: '', transcript: '', words: '' };

/** The excerpts that are wanted, in their order. */
export function filterExcerpts(excerpts: readonly ListedExcerpt[], filter: ListFilter): ListedExcerpt[] {
  const words = fold(filter.words)
    .split(/\s+/)
    .filter(word => word !== '');
  return excerpts.filter(excerpt => {
    if (filter.coder !== '' && excerpt.coder !== filter.coder) return false;
    if (filter.transcript !== '' && excerpt.transcript !== filter.transcript) return false;
    if (words.length === 0) return true;
    const { text, memo, speakers, participants } = excerpt;
    const searched = fold([text, memo ?? '', ...speakers, ...participants].join('\n'));
    return words.every(word => searched.includes(word));
  });
}
