import type { FileVersions, MergeChoice, MergeConflict } from '../../merge/merge.js';
import { mergeFile } from '../../merge/mergeFile.js';
import type { MergedStudyFile } from '../../merge/mergeStudy.js';
import type { QuestionedFile } from './questionReader.js';

/** What was decided, by the path of the file, then by `MergeConflict.key`. */
export type Decisions = ReadonlyMap<string, ReadonlyMap<string, MergeChoice>>;

/** Files that are merged, and what is in question in them. */
export class Deciding {
  private asked: readonly QuestionedFile[];

  /** @param files of one that was merged or looked at already the questions stay those that came of that */
  constructor(files: readonly (FileVersions | MergedStudyFile | QuestionedFile)[]) {
    this.asked = files.map(file => {
      if ('conflicts' in file) return file;
      if ('merged' in file) return { versions: file.versions, conflicts: file.merged.conflicts };
      return { versions: file, conflicts: mergeFile(file).conflicts };
    });
  }

  /** The files, those without anything in question among them. */
  get files(): readonly QuestionedFile[] {
    return this.asked;
  }

  /** How many things are in question. */
  get size(): number {
    return this.asked.reduce((sum, { conflicts }) => sum + conflicts.length, 0);
  }

  /**
   * What the choices come to, file by file.
   * @param choiceOf what was chosen about a conflict
   * @returns undefined where something is still to be decided, such as a question that comes up only by what was chosen: it is
   * among `files` then
   */
  decided(choiceOf: (conflict: MergeConflict) => MergeChoice | undefined): Decisions | undefined {
    const decisions = new Map<string, ReadonlyMap<string, MergeChoice>>();
    let isDone = true;
    this.asked = this.asked.map(file => {
      const { versions, conflicts } = file;
      const chosen = new Map<string, MergeChoice>();
      for (const conflict of conflicts) {
        const choice = choiceOf(conflict);
        if (choice === undefined) isDone = false;
        else chosen.set(conflict.key, choice);
      }
      if (chosen.size === 0) return file;
      decisions.set(versions.path, chosen);
      const further = furtherConflicts(file, chosen);
      if (further.length === 0) return file;
      isDone = false;
      return { versions, conflicts: [...conflicts, ...further] };
    });
    return isDone ? decisions : undefined;
  }
}

/** What comes up by what was chosen; nothing of a file whose questions are others than those of its texts. */
function furtherConflicts(
  { versions, conflicts }: QuestionedFile,
  chosen: ReadonlyMap<string, MergeChoice>,
): MergeConflict[] {
  const known = new Set(conflicts.map(({ key }) => key));
  if (!mergeFile(versions).conflicts.every(({ key }) => known.has(key))) return [];
  return mergeFile(versions, chosen).conflicts.filter(({ key }) => !known.has(key));
}
