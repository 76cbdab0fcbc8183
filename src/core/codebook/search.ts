import type { CodebookEntry } from './codebook.js';
import { themePath } from './query.js';

/** Text as it is compared in a search: no letter case, no accents. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

/**
 * The codes that fit what somebody types, best first: each word must begin a word of, or stand in, the title, an id,
 * the theme path or the definition. Equal fits keep the order they were handed in.
 * @param codes in the order for an empty query, for example recently used first
 */
export function searchCodes(codes: readonly CodebookEntry[], query: string): CodebookEntry[] {
  const words = fold(query)
    .split(/\s+/)
    .filter(word => word !== '');
  if (words.length === 0) return [...codes];
  return codes
    .map((code, order) => ({ code, order, fit: fitOf(code, words) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit || a.order - b.order)
    .map(({ code }) => code);
}

function fitOf(code: CodebookEntry, words: readonly string[]): number {
  const fields: readonly (readonly [string, number])[] = [
    [fold(code.title), 8],
    [fold([code.id, ...code.formerly].join(' ')), 4],
    [fold(themePath(code).join(' ')), 2],
    [fold(code.definition ?? ''), 1],
  ];
  let sum = 0;
  for (const word of words) {
    const fit = Math.max(...fields.map(([field, weight]) => weight * placeWeight(field, word)));
    if (fit === 0) return 0;
    sum += fit;
  }
  return sum;
}

function placeWeight(field: string, word: string): number {
  if (field.startsWith(word)) return 3;
  const at = field.indexOf(word);
  if (at === -1) return 0;
  return /[\p{L}\p{N}]/u.test(field[at - 1] ?? ' ') ? 1 : 2;
}
