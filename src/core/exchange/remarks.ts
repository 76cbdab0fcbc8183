import type { Remark } from './model.js';

/** Remarks that say the same, with the titles of all entries they are about; empty where they are about the file. */
export interface RemarkGroup {
  readonly what: string;
  readonly entries: readonly string[];
}

/** Remarks by what they say, in the order they came. */
export function groupRemarks(remarks: readonly Remark[]): RemarkGroup[] {
  const groups = new Map<string, Set<string>>();
  for (const { entry, what } of remarks) {
    const entries = groups.get(what) ?? new Set();
    if (entry !== undefined) entries.add(entry);
    groups.set(what, entries);
  }
  return [...groups].map(([what, entries]) => ({ what, entries: [...entries] }));
}
