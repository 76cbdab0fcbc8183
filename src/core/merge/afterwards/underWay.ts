import { withLineFeeds } from '../../text/normalise.js';
import { splitMarks } from '../marks.js';
import type { FileVersions } from '../merge.js';
import { mergeFile } from '../mergeFile.js';
import { afterMerge } from './afterMerge.js';
import { agreedIn } from './decided.js';
import { type Decisions, meaning, type Outcome } from './outcome.js';
import { lineSides, sidesOf, type TwoSides } from './textSides.js';

/** A file of a merge that is under way. */
export interface BegunFile {
  readonly versions: FileVersions;
  /** Git has it as a conflict. */
  readonly isUnmerged: boolean;
  /** The file as git left it, marks included, where that is known. */
  readonly left: string | undefined;
  /** The file on disk. */
  readonly now: string | undefined;
}

/**
 * What a file of a merge that is under way is to become. As long as it is what git left, its meaning says so; what a person has settled
 * since, by hand or by taking a side, holds.
 */
export function underWay(file: BegunFile, decisions: Decisions): Outcome {
  const { versions, isUnmerged, left, now } = file;
  const untouched = [...(left === undefined ? [] : [left]), ...(isUnmerged ? [versions.ours, versions.theirs] : [])];
  if (untouched.some(text => isSame(text, now))) return meaning(versions, decisions);
  const marked = now === undefined ? undefined : splitMarks(now);
  if (marked === undefined || now === undefined) return afterMerge({ versions, made: now, now, left }, decisions);
  return betweenMarks(versions, marked, lineSides(versions, left), decisions);
}

/** Each side of the marks by itself: what was changed on it since git wrote it holds, and the meaning says the rest. */
export function betweenMarks(
  versions: FileVersions,
  marked: { readonly ours: string; readonly theirs: string },
  lines: TwoSides,
  decisions: Decisions,
): Outcome {
  const { path } = versions;
  if (areSame(marked, lines)) return meaning(versions, decisions);
  const known = agreedIn(versions, marked.ours, marked.theirs);
  if (areSame(marked, sidesOf(versions, known))) return meaning(versions, new Map([...known, ...decisions]));
  const meant = sidesOf(versions);
  const ours = mergeFile({ path, bases: [lines.ours], ours: marked.ours, theirs: meant.ours }).text;
  const theirs = mergeFile({ path, bases: [lines.theirs], ours: marked.theirs, theirs: meant.theirs }).text;
  // By now the two differ in what is in question and in nothing else.
  const outcome = meaning({ path, bases: [], ours, theirs }, decisions);
  const before = new Map(mergeFile(versions).conflicts.map(({ key, base }) => [key, base]));
  return {
    ...outcome,
    conflicts: outcome.conflicts.map(conflict => ({ ...conflict, base: before.get(conflict.key) })),
  };
}

const areSame = (a: TwoSides, b: TwoSides): boolean => isSame(a.ours, b.ours) && isSame(a.theirs, b.theirs);

/** Line ends do not count: git may write them as this system has them. */
function isSame(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined ? a === b : withLineFeeds(a) === withLineFeeds(b);
}
