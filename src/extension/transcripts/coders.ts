import { codersOf } from '../../core/analysis/coderFigures.js';
import type { Coder } from '../coding/coder.js';
import type { OpenStudy } from '../study/openStudy.js';

/**
 * Whose reading and notes the Transcripts view shows: the person's own first, then those of colleagues. Everything that
 * the view says of anybody goes through here, so that colleagues can be hidden in one place.
 */
export function codersShown({ study }: OpenStudy, coder: Coder): readonly string[] {
  const me = coder.name;
  const all = codersOf(study);
  return me === undefined ? all : [me, ...all.filter(name => name !== me)];
}
