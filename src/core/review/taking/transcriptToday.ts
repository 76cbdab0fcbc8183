import type { Study } from '../../study/study.js';
import type { Change } from '../change.js';
import type { Sources } from './source.js';

/**
 * The path that a transcript has today.
 * @param paths what it is called on either side, the likeliest first
 * @returns the first of these (or what it was renamed to or from between the two states) that is there; else the first
 */
export function transcriptToday(study: Study, paths: readonly (string | undefined)[], { changes }: Sources): string {
  const known = paths.filter(path => path !== undefined);
  const here = known.find(path => study.exists(path));
  if (here !== undefined) return here;
  const renamed = known.flatMap(path => renamesOf(path, changes ?? []));
  return renamed.find(path => study.exists(path)) ?? known[0] ?? '';
}

function renamesOf(path: string, changes: readonly Change[]): string[] {
  return changes.flatMap(change => {
    if (change.what !== 'transcript-renamed') return [];
    if (change.from === path) return [change.path];
    return change.path === path ? [change.from] : [];
  });
}
