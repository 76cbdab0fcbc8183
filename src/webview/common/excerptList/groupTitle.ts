import type { ExcerptGroup } from '../../../core/analysis/excerptGroups.js';
import type { ExcerptTexts } from './texts.js';

/** The name of a group, for the eye and the ear. */
export function titleOf(
  { of, title, path }: ExcerptGroup,
  texts: Pick<ExcerptTexts, 'interviewersOnly' | 'speakerUnknown'>,
): string {
  if (of === 'interviewers') return texts.interviewersOnly;
  if (of === 'unknown') return texts.speakerUnknown;
  return [...path, title].join(' › ');
}
