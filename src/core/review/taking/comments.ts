import { COMMENT_RECORDS, type CommentRecord } from '../../discussion/record.js';
import type { Study } from '../../study/study.js';
import { readRecords } from '../../text/records.js';
import type { CommentChange } from '../change.js';
import { canonical } from '../keys.js';
import { type FiledTask, takeRecords } from './inFile.js';
import { isAnother } from './refusals.js';
import type { Respect, Standing } from './respect.js';
import type { Taking } from './taking.js';

/** Which side a line of a discussion has today. */
export async function standingOfComment(study: Study, change: CommentChange): Promise<Standing> {
  const { records } = readRecords((await study.textOf(change.path)) ?? '', change.path, COMMENT_RECORDS);
  const respect = respectOf(change);
  return respect.sideOf(records.find(({ id }) => id === respect.id));
}

/** Takes changes of a discussion over. */
export async function takeComments(taking: Taking, changes: readonly CommentChange[]): Promise<void> {
  const tasks = changes.map(
    (change): FiledTask<CommentRecord> => ({
      change,
      path: change.path,
      respect: respectOf(change),
      refusal: () => isAnother('The comment'),
    }),
  );
  await takeRecords(taking, tasks, COMMENT_RECORDS);
}

function respectOf({ before, after }: CommentChange): Respect<CommentRecord> {
  const isSame = (a: object | undefined, b: object | undefined): boolean => canonical(a) === canonical(b);
  return {
    id: String((after ?? before)?.id),
    sideOf(today) {
      if (isSame(today, after)) return 'after';
      return isSame(today, before) ? 'before' : 'other';
    },
    on: side => (side === 'after' ? after : before) as unknown as CommentRecord | undefined,
  };
}
