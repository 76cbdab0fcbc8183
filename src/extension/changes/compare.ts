import type { Pacing } from '../../core/pieces.js';
import type { StudyGit } from '../../core/ports.js';
import { attributeComparison } from '../../core/review/attributeComparison.js';
import { compareStates } from '../../core/review/compare.js';
import { StudyState } from '../../core/review/studyState.js';
import type { Compared } from './compared.js';
import type { Resolved } from './resolveWish.js';
import type { ComparisonWish } from './wish.js';

/** What a comparison needs of its window. */
export interface Comparer extends Pacing {
  readonly git: StudyGit;
  /** What is hidden from the person (`OpenStudy.hidden`); the states are without it. */
  readonly hidden: string;
}

/** Compares two states and finds out who made the changes. @returns undefined where it was cancelled */
export async function compare(
  wish: ComparisonWish,
  { before: from, after: to, base }: Resolved,
  { git, cancellation, hidden, pause }: Comparer,
): Promise<Compared | undefined> {
  const [before, after] = [new StudyState(from), new StudyState(to)];
  const found = await compareStates(before, after, { cancellation, pause });
  if (!found.complete || cancellation?.cancelled) return undefined;
  const changes = await attributeComparison(found, git, { cancellation, pause });
  const books = { before: await before.codebook(), after: await after.codebook() };
  return cancellation?.cancelled ? undefined : { wish, hidden, base, before, after, books, changes };
}
