import type { FileVersions, MergeChoice } from '../merge.js';
import { mergeFile } from '../mergeFile.js';
import { isMergedByLines } from './byLines.js';
import { decidedIn, differences, isExplained } from './decided.js';
import type { Decisions, Outcome } from './outcome.js';
import { lineSides, type TwoSides } from './textSides.js';

/** A file of a merge that is done, or that somebody has settled by hand. */
export interface DoneFile {
  readonly versions: FileVersions;
  /** The file as it became. */
  readonly made: string | undefined;
  /** The file today. */
  readonly now: string | undefined;
  /** What git left to a person, marks included, where that is known. */
  readonly left?: string | undefined;
}

/**
 * What a file is to become that git put together line by line, so that it says what its meaning says: nothing twice that is one, nothing
 * back that was removed, nothing gone that was kept. What a person decided since holds, and so does all later work. Where that
 * contradicts what the meaning says, it is a question.
 */
export function afterMerge({ versions, made, now, left }: DoneFile, decisions: Decisions): Outcome {
  const asIs = { text: now, conflicts: [] };
  const meant = mergeFile(versions);
  if (meant.conflicts.length === 0 && meant.text === made) return asIs;
  const found = lineSides(versions, left);
  const isFound = found.ours === found.theirs && found.ours === made;
  // Where git found no conflict and made the file so, nobody decided anything when it did.
  const isGits = isFound || (left === undefined && isMergedByLines(versions, made));
  const lines = isGits ? { ours: made, theirs: made } : found;
  if (!isGits && isSettled(versions, made)) return asIs;
  const shown = decidedIn(versions, made, now, isGits);
  const isDecided =
    isGits || shown.choices.size === 0 || isExplained(versions, made, meant, mergeFile(versions, shown.choices));
  const { choices, open } = isDecided ? shown : decidedIn(versions, made, now, true);
  const asked = [...decisions].filter(([key]) => open.has(key));
  const settled = mergeFile(versions, new Map([...choices, ...asked]));
  const questions = settled.conflicts.filter(({ key }) => open.has(key));
  // Half of an answer would be a guess: the file stays as it is until all is decided.
  if (questions.length > 0) return { text: now, conflicts: questions };
  if (settled.text === made && made === now) return asIs;
  // What git made by itself is nobody's work; what somebody settled in a third way is.
  const isWork = isDecided || settled.conflicts.length > 0;
  const { path } = versions;
  // What was asked and answered is in what is settled: here that is the side that comes in.
  const answered = new Map<string, MergeChoice>(asked.map(([key]) => [key, 'theirs']));
  const bases = isWork ? [...new Set([lines.ours, lines.theirs])] : [made];
  const both = { path, bases, ours: now, theirs: settled.text };
  if (isWork) {
    // A third way that one of the two has holds, whatever somebody decided who did not know of it.
    const [isOurs, isTheirs] = [now, settled.text].map(text => saidAnew(path, text, lines)) as [IsNew, IsNew];
    for (const { key } of mergeFile(both, answered).conflicts)
      if (isOurs(key) !== isTheirs(key)) answered.set(key, isOurs(key) ? 'ours' : 'theirs');
  }
  return mergeFile(both, new Map([...decisions, ...answered]));
}

/** Whether a file became just what its versions mean with everything decided: all that is otherwise today is later work. */
function isSettled(versions: FileVersions, made: string | undefined): boolean {
  const { choices } = decidedIn(versions, made, made, false);
  const { text, conflicts } = mergeFile(versions, choices);
  return conflicts.length === 0 && text === made;
}

type IsNew = (key: string) => boolean;

/** Tells in which respects a text says what neither of two sides did: there somebody settled it in a third way. */
function saidAnew(path: string, text: string | undefined, { ours, theirs }: TwoSides): IsNew {
  const [notOurs, notTheirs] = [ours, theirs].map(side => differences(path, text, side));
  return key => notOurs?.has(key) === true && notTheirs?.has(key) === true;
}
