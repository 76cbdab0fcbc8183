import { ChangeRefused } from '../../../codebook/change.js';
import { foldPath, queryPath, whyNoQueryName } from '../../../study/layout.js';
import type { Study } from '../../../study/study.js';
import { type FileEdit, linesOf } from '../../../text/lineEdit.js';
import { normaliseText } from '../../../text/normalise.js';
import { parseQuery } from '../parse.js';
import { formatSavedQuery, type SavedQuery } from './savedQuery.js';

/** The questions that are saved in a study, by name. */
export async function savedQueries(study: Study): Promise<readonly SavedQuery[]> {
  return study.queries.all();
}

/**
 * Saves a question in a file of its own, `queries/NAME.query`.
 * @param title what it is about, in one line; may be empty
 * @param over the saved one of that name that is to be written over, as it was seen; without it none is
 * @returns the edit, for undo; without edits where the file says so already
 * @throws ChangeRefused where the name cannot be one or is taken, the question cannot be read, or the file was changed meanwhile;
 * nothing was written
 */
export async function saveQuery(
  study: Study,
  name: string,
  title: string,
  text: string,
  over?: SavedQuery,
): Promise<FileEdit> {
  const wrong = whyNoQueryName(name);
  if (wrong !== undefined) throw new ChangeRefused(wrong, 'Choose another name.');
  const [problem] = parseQuery(text).problems;
  if (problem !== undefined) throw new ChangeRefused(problem.message, problem.remedy);
  const path = queryPath(name);
  const taken = study.queries.all().find(one => one.path !== path && foldPath(one.path) === foldPath(path));
  if (taken !== undefined) throw isTaken(taken.name);
  const insert = formatSavedQuery(title, text);
  const { edit } = await study.update(path, now => {
    if (now === undefined) return [{ line: 0, remove: [], insert }];
    const source = normaliseText(now);
    if (over?.path !== path) throw isTaken(name);
    if (source !== over.source)
      throw new ChangeRefused(`“${name}” was changed meanwhile.`, 'Open it again, or save this under another name.');
    return source === `${insert.join('\n')}\n` ? [] : [{ line: 0, remove: linesOf(now), insert }];
  });
  return edit;
}

function isTaken(name: string): ChangeRefused {
  return new ChangeRefused(
    `There is a saved question “${name}” already.`,
    'Choose another name, or open that one and change it.',
  );
}
