import { codersOf } from '../../core/analysis/coderFigures.js';
import type { Coder } from '../coding/coder.js';
import type { OpenStudy } from '../study/openStudy.js';

/**
 * Whose reading and notes the Transcripts view shows: the person's own first, then those of colleagues who are not hidden.
 */
export function codersShown({ seen }: OpenStudy, coder: Coder): readonly string[] {
  const me = coder.name;
  const all = codersOf(seen);
  return me === undefined ? all : [me, ...all.filter(name => name !== me)];
}
