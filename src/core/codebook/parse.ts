import { damageProblems } from '../text/damage.js';
import { normaliseText } from '../text/normalise.js';
import { checkSections } from './check.js';
import type { Codebook } from './codebook.js';
import { assignIds, IdIndex } from './ids.js';
import { readSections } from './sections.js';
import { growTree } from './tree.js';

/**
 * Reads a codebook. Never fails: what is not understood is left alone and reported in `problems`.
 * @param raw the file as text, with or without byte order mark, any line ends
 * @param path path in the study, for the problems
 */
export function parseCodebook(raw: string, path = 'codebook.md'): Codebook {
  const text = normaliseText(raw);
  const found = readSections(text.split('\n'));
  assignIds(found.sections);
  const entries = found.sections.map(section => section.entry);
  const ids = new IdIndex(entries);
  const broken = growTree(found.sections, ids);
  return {
    text,
    ...(found.title && { title: found.title.text }),
    roots: entries.filter(entry => entry.parent === undefined),
    entries,
    problems: [...damageProblems(path, text), ...checkSections(found, ids, broken, path)],
    find: id => ids.find(id),
  };
}
