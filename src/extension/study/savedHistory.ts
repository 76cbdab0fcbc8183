import { studyHistory } from '../../core/review/history.js';
import type { StudyHistory } from '../../core/review/historyModel.js';
import type { OpenStudy } from './openStudy.js';

interface Saved {
  /** What was hidden when it was read (`OpenStudy.hidden`). */
  readonly hidden: string;
  /** Id of the last version. */
  readonly head: string;
  readonly history: StudyHistory;
}

const known = new WeakMap<OpenStudy, Saved>();

/** Reads the saved versions of an open study; up to the same last version only once, for all who ask. */
export function savedHistory(opened: OpenStudy): typeof studyHistory {
  return async (git, head, pacing) => {
    for (;;) {
      const { hidden } = opened;
      const before = known.get(opened);
      if (before?.head === head.id && before.hidden === hidden) return before.history;
      const history = await studyHistory(git, head, pacing);
      // Who is to see less by now is not told what was read.
      if (opened.hidden !== hidden) continue;
      if (history.complete) known.set(opened, { head: head.id, hidden, history });
      return history;
    }
  };
}
