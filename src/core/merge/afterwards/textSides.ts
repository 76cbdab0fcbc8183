import { splitMarks } from '../marks.js';
import type { FileVersions, MergeChoice } from '../merge.js';
import { mergeFile } from '../mergeFile.js';

/** A file with every conflict as one side has it, and as the other. The same text where there is no conflict. */
export interface TwoSides {
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
}

/**
 * What git makes of a file line by line, as far as can be told.
 * @param left the file as git left it, marks included, where that is known
 */
export function lineSides(versions: FileVersions, left?: string): TwoSides {
  if (left !== undefined) return splitMarks(left) ?? { ours: left, theirs: left };
  // A name under which nobody looks for a meaning.
  return sidesOf({ ...versions, path: `${versions.path}.txt` });
}

/** What a file becomes by its meaning with all that is not decided as ours has it, and as theirs has it. */
export function sidesOf(versions: FileVersions, decisions: ReadonlyMap<string, MergeChoice> = new Map()): TwoSides {
  const merged = mergeFile(versions, decisions);
  return { ours: merged.text, theirs: withTheirs(versions, merged.conflicts, decisions) };
}

function withTheirs(
  versions: FileVersions,
  open: readonly { readonly key: string }[],
  decisions: ReadonlyMap<string, MergeChoice>,
): string | undefined {
  const all = new Map(decisions);
  let merged = mergeFile(versions, all);
  // A decision may open another question, as what is taken back stands in something.
  for (let keys = open; keys.length > 0; keys = merged.conflicts) {
    const known = all.size;
    for (const { key } of keys) all.set(key, 'theirs');
    if (all.size === known) break;
    merged = mergeFile(versions, all);
  }
  return merged.text;
}
