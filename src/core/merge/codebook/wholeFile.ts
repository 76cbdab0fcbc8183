import type { ConflictSide, FileVersions, MergeChoice, MergeConflict, MergedFile } from '../merge.js';
import { settle } from './settle.js';

/** Merges a file as a whole: the side that changed it holds, and where both did, there is one question. */
export function wholeFile(versions: FileVersions, decisions: ReadonlyMap<string, MergeChoice>): MergedFile {
  const { path, bases, ours, theirs } = versions;
  const verdict = settle(bases, ours, theirs);
  if (verdict !== 'open') return { text: verdict === 'two' ? theirs : ours, conflicts: [] };
  const aspect = ours === undefined || theirs === undefined ? 'presence' : 'text';
  const key = `file ${aspect}`;
  const choice = decisions.get(key);
  if (choice !== undefined && choice !== 'both') return { text: versions[choice], conflicts: [] };
  const side = (text: string | undefined): ConflictSide => ({ isThere: text !== undefined, text: text ?? '' });
  const conflict: MergeConflict = {
    key,
    path,
    subject: { is: 'file' },
    aspect,
    base: bases.length === 1 ? side(bases[0]) : undefined,
    ours: side(ours),
    theirs: side(theirs),
    choices: ['ours', 'theirs'],
  };
  return { text: ours, conflicts: [conflict] };
}
