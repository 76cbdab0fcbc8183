import type { CodebookEntry } from '../../core/codebook/codebook.js';

/** Ids that a code replaces. */
export function formerIds(entry: CodebookEntry): readonly string[] {
  return entry.formerly.filter(id => id !== entry.id);
}
