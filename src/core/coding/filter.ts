import type { Codebook } from '../codebook/codebook.js';
import { entriesBelow } from '../codebook/selection.js';

/** Which codings are to be seen. An empty list asks for nothing in particular. */
export interface CodingWish {
  /** Names of coders. */
  readonly coders: readonly string[];
  /** Ids of themes and codes, present or former; each stands for all that is below it as well. */
  readonly entries: readonly string[];
}

/** Whether a coding is to be seen, by the code it was made with and its coder. */
export type CodingFilter = (code: string, coder: string) => boolean;

/**
 * Turns a wish into a filter: a coding by any of the coders, with any of the themes and codes. What an id stands for
 * today counts, on both sides: a code that was merged, renamed or moved stays in sight with what it is now.
 */
export function codingFilter(codebook: Codebook, { coders, entries }: CodingWish): CodingFilter {
  const names = new Set(coders);
  const ids = idsBelow(codebook, entries);
  return (code, coder) =>
    (names.size === 0 || names.has(coder)) && (ids.size === 0 || ids.has(codebook.find(code)?.id ?? code));
}

/** Today's ids of some themes and codes, each once; one that the codebook does not know stays as it is. */
export function idsToday(codebook: Codebook, entries: readonly string[]): string[] {
  return [...new Set(entries.map(id => codebook.find(id)?.id ?? id))];
}

function idsBelow(codebook: Codebook, entries: readonly string[]): Set<string> {
  const ids = new Set(idsToday(codebook, entries));
  for (const id of [...ids]) {
    const entry = codebook.find(id);
    for (const below of entry === undefined ? [] : entriesBelow(entry)) ids.add(below.id);
  }
  return ids;
}
