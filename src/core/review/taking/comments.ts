import { formatRecord, incomplete, parseObjectLine } from '../../coding/line.js';
import type { Study } from '../../study/study.js';
import { compareTexts } from '../../text/compare.js';
import { type BrokenLine, type RecordKind, readRecords } from '../../text/records.js';
import type { CommentChange } from '../change.js';
import { canonical } from '../keys.js';
import { type FiledTask, takeRecords } from './inFile.js';
import { isAnother } from './refusals.js';
import type { Respect, Standing } from './respect.js';
import type { Taking } from './taking.js';

/** A line of a discussion, of which no more matters here than whether it is the same. */
type Line = Readonly<Record<string, unknown>> & { readonly id: string };

/** The lines of a discussion in their order: by time, then id. */
const LINES: RecordKind<Line> = {
  parse(line) {
    const parsed = parseObjectLine(line, 'comment');
    if ('message' in parsed) return parsed;
    const { value } = parsed;
    return typeof value.id === 'string' ? (value as Line) : incomplete('This comment has no "id".', 'comment');
  },
  isWhole: (parsed): parsed is Line => typeof (parsed as BrokenLine & { id?: unknown }).id === 'string',
  format: formatRecord,
  compare: (a, b) => compareTexts(timeOf(a), timeOf(b)) || compareTexts(a.id, b.id),
};

const timeOf = ({ created }: Line): string => (typeof created === 'string' ? created : '');

/** Which side a line of a discussion has today. */
export async function standingOfComment(study: Study, change: CommentChange): Promise<Standing> {
  const { records } = readRecords((await study.textOf(change.path)) ?? '', change.path, LINES);
  const respect = respectOf(change);
  return respect.sideOf(records.find(({ id }) => id === respect.id));
}

/** Takes changes of a discussion over. */
export async function takeComments(taking: Taking, changes: readonly CommentChange[]): Promise<void> {
  const tasks = changes.map(
    (change): FiledTask<Line> => ({
      change,
      path: change.path,
      respect: respectOf(change),
      refusal: () => isAnother('The comment'),
    }),
  );
  await takeRecords(taking, tasks, LINES);
}

function respectOf({ before, after }: CommentChange): Respect<Line> {
  const isSame = (a: object | undefined, b: object | undefined): boolean => canonical(a) === canonical(b);
  return {
    id: String((after ?? before)?.id),
    sideOf(today) {
      if (isSame(today, after)) return 'after';
      return isSame(today, before) ? 'before' : 'other';
    },
    on: side => (side === 'after' ? after : before) as Line | undefined,
  };
}
