import type { FileVersions, MergeChoice, MergeConflict } from '../merge.js';
import { markedFile, mergeFile } from '../mergeFile.js';
import type { MarkLabels } from '../withMarks.js';

/** What a file becomes that was looked at after git had put it together. */
export interface Outcome {
  /** Undefined: no such file. What is in question is as it is now, or as ours has it. */
  readonly text: string | undefined;
  readonly conflicts: readonly MergeConflict[];
  /** The file with marks around what is in question; undefined where it is to be left without. */
  marked?(labels: MarkLabels): string | undefined;
}

export type Decisions = ReadonlyMap<string, MergeChoice>;

/** A file as its meaning says, with marks where something is in question. */
export function meaning(versions: FileVersions, decisions: Decisions): Outcome {
  const { text, conflicts } = mergeFile(versions, decisions);
  return { text, conflicts, marked: labels => markedFile(versions, decisions, labels) };
}
