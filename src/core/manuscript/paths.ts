import { manuscriptFilter } from '../study/config.js';
import type { Study } from '../study/study.js';
import { compareTexts } from '../text/compare.js';

/** Paths of the manuscripts of a study, sorted. */
export function manuscriptPaths(study: Study): string[] {
  return [...study.paths()].filter(manuscriptFilter(study.config)).sort(compareTexts);
}
