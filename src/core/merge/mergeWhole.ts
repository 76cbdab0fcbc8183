import { conflictKey } from './conflictKey.js';
import type { ConflictSide, FileVersions, MergeChoice, MergedFile } from './merge.js';

const KEY = conflictKey('file', 'presence');

/** Puts a file together that one side does not have: it goes where the other side left it as it was, and stays where it is new. */
export function mergeWhole(versions: FileVersions, decisions: ReadonlyMap<string, MergeChoice>): MergedFile {
  const { path, bases, ours, theirs } = versions;
  const there = ours ?? theirs;
  const isKnown = bases.length > 0;
  if (isKnown && bases.every(base => base === undefined)) return { text: there, conflicts: [] };
  if (isKnown && !bases.includes(undefined) && bases.includes(there)) return { text: undefined, conflicts: [] };
  const choice = decisions.get(KEY);
  if (choice !== undefined) return { text: choice === 'theirs' ? theirs : ours, conflicts: [] };
  const base = new Set(bases).size === 1 ? sideOf(bases[0]) : undefined;
  const conflict = {
    key: KEY,
    path,
    subject: { is: 'file' },
    aspect: 'presence',
    base,
    ours: sideOf(ours),
    theirs: sideOf(theirs),
    choices: ['ours', 'theirs'],
  } as const;
  return { text: ours, conflicts: [conflict] };
}

function sideOf(text: string | undefined): ConflictSide {
  return { isThere: text !== undefined, text: text ?? '' };
}
