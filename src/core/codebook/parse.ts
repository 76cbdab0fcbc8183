import { MARK_REMEDY } from '../coding/line.js';
import { firstMark, hasMarks } from '../merge/hasMarks.js';
import type { Problem } from '../problem.js';
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
    problems: [...markProblems(text, path), ...checkSections(found, ids, broken, path)],
    find: id => ids.find(id),
  };
}

/** One problem where git left conflict marks: whatever else is wrong may come from them. */
function markProblems(text: string, file: string): Problem[] {
  const first = firstMark(text);
  if (first === undefined || !hasMarks(text)) return [];
  const message = 'Two versions of the codebook were not put together here: git left marks.';
  return [{ rule: 'conflict-marks', severity: 'error', file, line: first + 1, message, remedy: MARK_REMEDY }];
}
