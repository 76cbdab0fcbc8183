import { COMMENT_RECORDS } from '../../discussion/record.js';
import { ROUND_RECORDS } from '../../rounds/record.js';
import type { Study } from '../../study/study.js';
import { type RecordKind, readRecords } from '../../text/records.js';
import type { CommentChange, RoundChange } from '../change.js';
import { canonical } from '../keys.js';
import { type FiledTask, takeRecords } from './inFile.js';
import { isAnother } from './refusals.js';
import type { Respect, Standing } from './respect.js';
import type { Taking } from './taking.js';

/** A change of a line that is taken over whole: of a discussion or a blind round. */
export type LineOfPerson = CommentChange | RoundChange;

interface WholeRecord {
  readonly id: string;
}

/** Which side such a line has today. */
export async function standingOfWholeLine(study: Study, change: LineOfPerson): Promise<Standing> {
  const { records } = readRecords((await study.textOf(change.path)) ?? '', change.path, kindOf(change));
  const respect = respectOf(change);
  return respect.sideOf(records.find(({ id }) => id === respect.id));
}

/** Takes changes of such lines over; all of one kind. */
export async function takeWholeLines(taking: Taking, changes: readonly LineOfPerson[]): Promise<void> {
  const [first] = changes;
  if (first === undefined) return;
  const tasks = changes.map(
    (change): FiledTask<WholeRecord> => ({
      change,
      path: change.path,
      respect: respectOf(change),
      refusal: () => isAnother(isOfRound(change) ? 'The round' : 'The comment'),
    }),
  );
  await takeRecords(taking, tasks, kindOf(first));
}

function kindOf(change: LineOfPerson): RecordKind<WholeRecord> {
  return (isOfRound(change) ? ROUND_RECORDS : COMMENT_RECORDS) as unknown as RecordKind<WholeRecord>;
}

function isOfRound({ what }: LineOfPerson): boolean {
  return what === 'round-added' || what === 'round-removed' || what === 'round-edited';
}

function respectOf({ before, after }: LineOfPerson): Respect<WholeRecord> {
  const isSame = (a: object | undefined, b: object | undefined): boolean => canonical(a) === canonical(b);
  return {
    id: String((after ?? before)?.id),
    sideOf(today) {
      if (isSame(today, after)) return 'after';
      return isSame(today, before) ? 'before' : 'other';
    },
    on: side => (side === 'after' ? after : before) as WholeRecord | undefined,
  };
}
