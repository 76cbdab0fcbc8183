import type { Study } from '../../study/study.js';
import { compareTexts } from '../../text/compare.js';
import { type RecordKind, readRecords } from '../../text/records.js';
import type { CommentChange } from '../change.js';
import { COMMENT_RECORDS, type CommentLine } from '../comments.js';
import { canonical } from '../keys.js';
import { type FiledTask, takeRecords } from './inFile.js';
import { isAnother } from './refusals.js';
import type { Respect, Standing } from './respect.js';
import type { Taking } from './taking.js';

/** The lines of a discussion in their order: by time, then id. */
const LINES: RecordKind<CommentLine> = {
  ...COMMENT_RECORDS,
  compare: (a, b) => compareTexts(timeOf(a), timeOf(b)) || compareTexts(a.id, b.id),
};

const timeOf = ({ created }: CommentLine): string => (typeof created === 'string' ? created : '');

/** Which side a line of a discussion has today. */
export async function standingOfComment(study: Study, change: CommentChange): Promise<Standing> {
  const { records } = readRecords((await study.textOf(change.path)) ?? '', change.path, LINES);
  const respect = respectOf(change);
  return respect.sideOf(records.find(({ id }) => id === respect.id));
}

/** Takes changes of a discussion over. */
export async function takeComments(taking: Taking, changes: readonly CommentChange[]): Promise<void> {
  const tasks = changes.map(
    (change): FiledTask<CommentLine> => ({
      change,
      path: change.path,
      respect: respectOf(change),
      refusal: () => isAnother('The comment'),
    }),
  );
  await takeRecords(taking, tasks, LINES);
}

function respectOf({ before, after }: CommentChange): Respect<CommentLine> {
  const isSame = (a: object | undefined, b: object | undefined): boolean => canonical(a) === canonical(b);
  return {
    id: String((after ?? before)?.id),
    sideOf(today) {
      if (isSame(today, after)) return 'after';
      return isSame(today, before) ? 'before' : 'other';
    },
    on: side => (side === 'after' ? after : before) as CommentLine | undefined,
  };
}
