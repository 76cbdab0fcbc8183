import type { Pacing } from '../pieces.js';
import type { StudyGit } from '../ports.js';
import type { Study } from '../study/study.js';
import { studyHistory } from './history.js';
import type { StudyHistory } from './historyModel.js';
import { NO_HISTORY, withUnsaved } from './historyUnsaved.js';

/** How the history of a study is read. */
export interface HistoryReading extends Pacing {
  /** Reads the saved versions; who asks often need not read them each time. */
  readonly saved?: typeof studyHistory;
}

/**
 * The story of an open study up to now: its saved versions, and what is not saved yet.
 * @throws Error with what to do where git fails
 */
export async function wholeHistory(
  study: Study,
  git: StudyGit,
  { saved = studyHistory, ...pacing }: HistoryReading = {},
): Promise<StudyHistory> {
  const { commit: id } = await git.head();
  const head = id === undefined ? undefined : await git.commit(id);
  const history = head === undefined ? NO_HISTORY : await saved(git, head, pacing);
  return history.complete ? withUnsaved(history, { study, git, head }, pacing) : history;
}
