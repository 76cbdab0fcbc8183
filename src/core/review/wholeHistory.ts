import type { Pacing } from '../pieces.js';
import type { StudyGit } from '../ports.js';
import type { Study } from '../study/study.js';
import { studyHistory } from './history.js';
import type { StudyHistory } from './historyModel.js';
import { NO_HISTORY, withUnsaved } from './historyUnsaved.js';

/**
 * The story of an open study up to now: its saved versions, and what is not saved yet.
 * @throws Error with what to do where git fails
 */
export async function wholeHistory(study: Study, git: StudyGit, options: Pacing = {}): Promise<StudyHistory> {
  const { commit: id } = await git.head();
  const head = id === undefined ? undefined : await git.commit(id);
  const saved = head === undefined ? NO_HISTORY : await studyHistory(git, head, options);
  return saved.complete ? withUnsaved(saved, { study, git, head }, options) : saved;
}
