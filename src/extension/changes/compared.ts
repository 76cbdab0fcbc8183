import type { Cancellation, StudyGit } from '../../core/ports.js';
import { attributeComparison } from '../../core/review/attributeComparison.js';
import type { Change } from '../../core/review/change.js';
import { compareStates } from '../../core/review/compare.js';
import type { Books } from '../../core/review/grouping.js';
import type { Snapshot } from '../../core/review/state.js';
import { StudyState } from '../../core/review/studyState.js';
import type { Resolved } from './resolveWish.js';
import type { ComparisonWish } from './wish.js';

/** What came of comparing two states of a study. */
export interface Compared {
  readonly wish: ComparisonWish;
  /** What was hidden when it was made (`OpenStudy.hidden`). */
  readonly hidden: string;
  /** The branch that this one is to be merged into, where that was asked for. */
  readonly base: string | undefined;
  readonly before: StudyState;
  readonly after: StudyState;
  readonly books: Books;
  readonly changes: readonly Change[];
}

/** What a comparison needs of its window. */
export interface Comparer {
  readonly git: StudyGit;
  readonly cancellation: Cancellation;
  /** What is hidden from the person (`OpenStudy.hidden`); the states are without it. */
  readonly hidden: string;
  /** Waited for between files, so that the window goes on. */
  pause(): Promise<void>;
}

/** Compares two states and finds out who made the changes. @returns undefined where it was cancelled */
export async function compare(
  wish: ComparisonWish,
  { before: from, after: to, base }: Resolved,
  { git, cancellation, hidden, pause }: Comparer,
): Promise<Compared | undefined> {
  const [before, after] = [new StudyState(from), new StudyState(to)];
  const found = await compareStates(before, after, { cancellation, pause });
  if (!found.complete || cancellation.cancelled) return undefined;
  const changes = await attributeComparison(found, git, { cancellation, pause });
  const books = { before: await before.codebook(), after: await after.codebook() };
  return cancellation.cancelled ? undefined : { wish, hidden, base, before, after, books, changes };
}

/** Whether one side is of files that may change at any time. */
export function isLive({ before, after }: Pick<Compared, 'before' | 'after'>): boolean {
  return [before, after].some(({ snapshot }) => commitOf(snapshot) === undefined);
}

/** Whether comparing again would find the same: the same two saved versions, asked for in the same words. */
export function isSame(known: Compared, wish: ComparisonWish, { before, after }: Resolved): boolean {
  const same = (a: Snapshot, b: Snapshot): boolean => commitOf(a) !== undefined && commitOf(a) === commitOf(b);
  const isSameWish = JSON.stringify(known.wish) === JSON.stringify(wish);
  return isSameWish && same(known.before.snapshot, before) && same(known.after.snapshot, after);
}

function commitOf({ name }: Snapshot): string | undefined {
  return name.is === 'commit' ? name.commit.id : undefined;
}
