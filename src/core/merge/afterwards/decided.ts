import type { FileVersions, MergeChoice, MergedFile } from '../merge.js';
import { mergeFile } from '../mergeFile.js';
import type { Decisions } from './outcome.js';
import { sidesOf } from './textSides.js';

/** What a file says about a conflict: what one side says, what both say, or something else. */
type Answer = 'ours' | 'theirs' | 'both' | 'neither';

/** What a file says about each conflict of a merge that is open after some decisions, by its key. */
function answersIn(
  versions: FileVersions,
  decisions: Decisions,
  text: string | undefined,
): ReadonlyMap<string, Answer> {
  const { conflicts } = mergeFile(versions, decisions);
  if (conflicts.length === 0) return new Map();
  const sides = sidesOf(versions, decisions);
  const notOurs = differences(versions.path, text, sides.ours);
  const notTheirs = differences(versions.path, text, sides.theirs);
  return new Map(
    conflicts.map(({ key }) => {
      if (notOurs.has(key)) return [key, notTheirs.has(key) ? 'neither' : 'theirs'];
      return [key, notTheirs.has(key) ? 'ours' : closerLook(versions, decisions, key, text)];
    }),
  );
}

/**
 * What a file says about a conflict that shows in respects of other names, such as a theme that was merged into another one: it says what a side
 * says where it has all that taking that side instead of the other would bring.
 */
function closerLook(versions: FileVersions, decisions: Decisions, key: string, text: string | undefined): Answer {
  // Where histories crossed, git may have taken a side by itself.
  if (versions.bases.length !== 1) return 'both';
  const [ours, theirs] = (['ours', 'theirs'] as const).map(
    side => mergeFile(versions, new Map([...decisions, [key, side]])).text,
  );
  const has = (from: string | undefined, to: string | undefined): boolean => {
    const merged = mergeFile({ path: versions.path, bases: [from], ours: text, theirs: to });
    return merged.conflicts.length === 0 && merged.text === text;
  };
  const [isOurs, isTheirs] = [has(theirs, ours), has(ours, theirs)];
  if (isOurs === isTheirs) return 'both';
  return isOurs ? 'ours' : 'theirs';
}

type Answers = ReadonlyMap<string, Answer>;

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
  const changed = isGits ? differences(versions.path, now, made) : new Set<string>();
  const choices = new Map<string, MergeChoice>();
  // A decision may raise another question, which was decided, too.
  for (;;) {
    const before = answersIn(versions, choices, made);
    const after = now === made ? before : answersIn(versions, choices, now);
    const known = choices.size;
    const open = new Set<string>();
    for (const [key, answer] of after) {
      const was = before.get(key);
      const isOtherwise = answer !== was || (answer === 'neither' && changed.has(key));
      const decided = isOtherwise ? answer : isGits ? 'both' : was;
      if (decided === 'both') open.add(key);
      else if (decided === 'ours' || decided === 'theirs') choices.set(key, decided);
    }
    if (choices.size === known) return { choices, open };
  }
}

/** Conflicts about which two texts say what one and the same side says: the sides of marks where somebody has decided these. */
export function agreedIn(
  versions: FileVersions,
  one: string | undefined,
  other: string | undefined,
): ReadonlyMap<string, MergeChoice> {
  const choices = new Map<string, MergeChoice>();
  for (;;) {
    const [first, second] = [one, other].map(text => answersIn(versions, choices, text)) as [Answers, Answers];
    const known = choices.size;
    for (const [key, answer] of first) {
      if (answer === second.get(key) && (answer === 'ours' || answer === 'theirs')) choices.set(key, answer);
    }
    if (choices.size === known) return choices;
  }
}

/**
 * Whether decisions account for what a file became: nothing else in it is otherwise than they bring. Where something is, git put its lines together
 * without asking, and what looks like a decision may be none.
 * @param meant the versions put together with nothing decided
 * @param settled the same with the decisions
 */
export function isExplained(
  { path }: FileVersions,
  made: string | undefined,
  meant: MergedFile,
  settled: MergedFile,
): boolean {
  const asked = new Set([...meant.conflicts, ...settled.conflicts].map(({ key }) => key));
  return [...differences(path, made, settled.text)].every(key => asked.has(key));
}

/** Keys of the respects in which two texts differ. */
export function differences(path: string, a: string | undefined, b: string | undefined): ReadonlySet<string> {
  return new Set(mergeFile({ path, bases: [], ours: a, theirs: b }).conflicts.map(({ key }) => key));
}
