import { assertFollowable } from '../../core/report/disclosure/idProblems.js';
import type { OpenStudy } from '../study/openStudy.js';

/** Whether a study says that something must not leave it. */
export function hasPolicy({ study }: OpenStudy): boolean {
  return study.config.disclosure !== undefined;
}

/**
 * Something is about to leave a study: a copy, a file, words in a paper.
 * @throws DisclosureRefused where nobody can say what must not leave it, or who is called what outside
 */
export function mayLeave({ study }: OpenStudy): void {
  assertFollowable(study);
}
