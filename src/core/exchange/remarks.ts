import type { Remark } from './model.js';

/** Remarks that say the same, with the titles of all entries they are about; empty where they are about the file. */
export interface RemarkGroup {
  readonly what: string;
  readonly entries: readonly string[];
  /** How the file was understood; nothing was lost. */
  readonly isNote?: boolean;
}

/** Remarks by what they say, in the order they came. */
export function groupRemarks(remarks: readonly Remark[]): RemarkGroup[] {
  const groups = new Map<string, { entries: Set<string>; isNote: boolean }>();
  for (const { entry, what, isNote = false } of remarks) {
    const group = groups.get(what) ?? { entries: new Set(), isNote };
    if (entry !== undefined) group.entries.add(entry);
    groups.set(what, group);
  }
  return [...groups].map(([what, { entries, isNote }]) => ({
    what,
    entries: [...entries],
    ...(isNote && { isNote }),
  }));
}
