import { allThreads } from '../discussion/threads.js';
import type { Study } from '../study/study.js';
import type { Decision } from './life.js';

/** The decisions that are recorded in the discussion of a study, on whatever they are. */
export function decisionsOf(study: Study): Decision[] {
  return allThreads(study).flatMap(({ subject, decisions }) =>
    subject === undefined
      ? []
      : decisions.map(({ comment, author }) => ({
          on: subject,
          text: comment.comment ?? '',
          by: author,
          created: comment.created,
          id: comment.id,
        })),
  );
}
