import { isScopeCode } from '../codebook/scope.js';
import type { Study } from '../study/study.js';
import { progressOf } from './coderFigures.js';
import { hasScope } from './scope.js';

/**
 * Whether a transcript has something to say to the study: `unread`: nobody has looked yet; `irrelevant`: somebody has, and
 * marked nothing in it as in scope; `relevant`: something in it is marked so.
 */
export const RELEVANCES = ['relevant', 'irrelevant', 'unread'] as const;

export type Relevance = (typeof RELEVANCES)[number];

/**
 * Whether a transcript is unread, irrelevant or relevant, as all whose work is seen have it; reads no transcript. Marks without a
 * certain place count: somebody saw something there.
 * @returns undefined where the study has no scope
 */
export function relevanceOf(study: Study, transcript: string): Relevance | undefined {
  if (!hasScope(study)) return undefined;
  const files = study.index.filesOf(transcript);
  if (files.some(({ codings }) => codings.some(({ code }) => isScopeCode(study.codebook, code)))) return 'relevant';
  const here = [...files, ...study.readings.filesOf(transcript)];
  const isRead = here.some(({ coder }) => progressOf(study, coder, transcript).state !== 'unread');
  return isRead ? 'irrelevant' : 'unread';
}
