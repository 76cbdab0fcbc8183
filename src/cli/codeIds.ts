import { codesFor } from '../core/analysis/codeUse.js';
import type { Study } from '../core/study/study.js';
import { findEntry } from './names.js';

/**
 * All ids that codings of these codes and themes may have been made with.
 * @param codes ids, former ids or titles; also ids that codings use and the codebook does not know
 * @param themes ids or titles
 * @throws Refusal where there is no such code or theme
 */
export function codeIds(study: Study, codes: readonly string[], themes: readonly string[] = []): Set<string> {
  const ids = new Set<string>();
  for (const name of codes) {
    // Codings may use an id that is no code; whoever was told so wants to see them.
    const used = study.index.count(name) > 0 && study.entry(name)?.kind !== 'code';
    for (const id of used ? [name] : study.idsOf(findEntry(study, 'code', name))) ids.add(id);
  }
  for (const name of themes) {
    for (const code of codesFor(findEntry(study, 'theme', name))) for (const id of study.idsOf(code)) ids.add(id);
  }
  return ids;
}
