import type { Change } from '../../core/review/change.js';
import type { Books } from '../../core/review/grouping.js';
import type { Snapshot } from '../../core/review/state.js';
import type { StudyState } from '../../core/review/studyState.js';
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
