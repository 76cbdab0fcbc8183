import { mergeCodebook } from './codebook/mergeCodebook.js';
import { mergedKindOf } from './kinds.js';
import type { FileVersions, MergeChoice, MergeConflict, MergedFile } from './merge.js';
import { mergeWhole } from './mergeWhole.js';
import { mergePeople } from './people/mergePeople.js';
import { mergeRecords } from './records/mergeRecords.js';
import { mergeStudyFile } from './studyFile/mergeStudyFile.js';
import { mergeText } from './text/mergeText.js';
import { type MarkLabels, withMarks } from './withMarks.js';

const NONE: ReadonlyMap<string, MergeChoice> = new Map();

/**
 * Makes one file of two versions of it. Never throws on content. What `decisions` (by the key of a conflict) do not settle is as ours has it.
 * The same comes out, with the sides swapped, where ours and theirs are.
 */
export function mergeFile(versions: FileVersions, decisions: ReadonlyMap<string, MergeChoice> = NONE): MergedFile {
  const { bases, ours, theirs } = versions;
  if (ours === theirs) return { text: ours, conflicts: [] };
  const [base] = bases;
  if (bases.length === 1 && base === ours) return { text: theirs, conflicts: [] };
  if (bases.length === 1 && base === theirs) return { text: ours, conflicts: [] };
  if (bases.length === 0 && (ours === undefined || theirs === undefined)) return mergeWhole(versions, decisions);
  switch (mergedKindOf(versions.path)) {
    case 'records':
      return mergeRecords(versions, decisions);
    case 'participants':
      return mergePeople(versions, decisions) ?? mergeText(versions, decisions);
    case 'codebook':
      return mergeCodebook(versions, decisions);
    case 'study-file':
      return mergeStudyFile(versions, decisions) ?? mergeText(versions, decisions);
    default:
      return mergeText(versions, decisions);
  }
}

/**
 * The file with git's conflict marks around what is not decided: both sides have all that could be put together. Equal to `text` of `mergeFile`
 * where everything is decided.
 * @param markerSize how long the marks are; longer where the text has lines that look like marks
 */
export function markedFile(
  versions: FileVersions,
  decisions: ReadonlyMap<string, MergeChoice> = NONE,
  labels: MarkLabels = { ours: 'ours', theirs: 'theirs', base: 'base' },
  markerSize = 7,
): string | undefined {
  const merged = mergeFile(versions, decisions);
  if (merged.conflicts.length === 0) return merged.text;
  const all = new Map(decisions);
  let other: MergedFile = merged;
  // A decision may open another question, as what is taken back stands in something.
  for (let open: readonly MergeConflict[] = merged.conflicts; open.length > 0; open = other.conflicts) {
    const known = all.size;
    for (const { key } of open) all.set(key, 'theirs');
    if (all.size === known) break;
    other = mergeFile(versions, all);
  }
  return withMarks(merged.text ?? '', other.text ?? '', labels, markerSize);
}
