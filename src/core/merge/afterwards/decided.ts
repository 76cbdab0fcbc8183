import type { FileVersions, MergeChoice } from '../merge.js';
import { mergeFile } from '../mergeFile.js';
import { sidesOf } from './textSides.js';

/** What a file says about a conflict: what one side says, what both say, or something else. */
export type Answer = 'ours' | 'theirs' | 'both' | 'neither';

/** What a file says about each conflict of a merge, by its key. */
export function answersIn(versions: FileVersions, text: string | undefined): ReadonlyMap<string, Answer> {
  const { conflicts } = mergeFile(versions);
  if (conflicts.length === 0) return new Map();
  const sides = sidesOf(versions);
  const notOurs = differences(versions, text, sides.ours);
  const notTheirs = differences(versions, text, sides.theirs);
  return new Map(
    conflicts.map(({ key }) => {
      if (notOurs.has(key)) return [key, notTheirs.has(key) ? 'neither' : 'theirs'];
      return [key, notTheirs.has(key) ? 'ours' : 'both'];
    }),
  );
}

/** What a person decided, as a file shows it. */
export interface Decided {
  readonly choices: ReadonlyMap<string, MergeChoice>;
  /** Keys of conflicts that nobody decided. One that somebody settled in a third way is neither here nor a choice. */
  readonly open: ReadonlySet<string>;
}

/**
 * What was decided about the conflicts of a merge that is done.
 * @param made the file as it became
 * @param now the file today
 * @param isGits git made it so by itself: only what was changed since was decided
 */
export function decidedIn(
  versions: FileVersions,
  made: string | undefined,
  now: string | undefined,
  isGits: boolean,
): Decided {
  const [before, after] = [answersIn(versions, made), answersIn(versions, now)];
  const changed = isGits ? differences(versions, now, made) : new Set<string>();
  const choices = new Map<string, MergeChoice>();
  const open = new Set<string>();
  for (const [key, answer] of after) {
    const was = before.get(key);
    const isOtherwise = answer !== was || (answer === 'neither' && changed.has(key));
    const decided = isOtherwise ? answer : isGits ? 'both' : was;
    if (decided === 'both') open.add(key);
    else if (decided === 'ours' || decided === 'theirs') choices.set(key, decided);
  }
  return { choices, open };
}

/**
 * Keys of the respects in which two texts differ. What became of an entry that neither has any more only shows beside a version that had it;
 * what one of them has again as it was before only shows without one.
 */
function differences({ path, bases }: FileVersions, a: string | undefined, b: string | undefined): ReadonlySet<string> {
  const isThere = a !== undefined && b !== undefined;
  const both = [...(isThere ? [bases] : []), []].map(known => mergeFile({ path, bases: known, ours: a, theirs: b }));
  return new Set(both.flatMap(({ conflicts }) => conflicts.map(({ key }) => key)));
}
