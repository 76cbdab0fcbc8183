import { ROUND_RECORDS, type RoundRecord } from '../../rounds/record.js';
import type { Study } from '../../study/study.js';
import { readRecords } from '../../text/records.js';
import type { RoundChange } from '../change.js';
import { canonical } from '../keys.js';
import { type FiledTask, takeRecords } from './inFile.js';
import { isAnother } from './refusals.js';
import type { Respect, Standing } from './respect.js';
import type { Taking } from './taking.js';

/** Which side a line about a blind round has today. */
export async function standingOfRound(study: Study, change: RoundChange): Promise<Standing> {
  const { records } = readRecords((await study.textOf(change.path)) ?? '', change.path, ROUND_RECORDS);
  const respect = respectOf(change);
  return respect.sideOf(records.find(({ id }) => id === respect.id));
}

/** Takes changes of blind rounds over. */
export async function takeRounds(taking: Taking, changes: readonly RoundChange[]): Promise<void> {
  const tasks = changes.map(
    (change): FiledTask<RoundRecord> => ({
      change,
      path: change.path,
      respect: respectOf(change),
      refusal: () => isAnother('The round'),
    }),
  );
  await takeRecords(taking, tasks, ROUND_RECORDS);
}

function respectOf({ before, after }: RoundChange): Respect<RoundRecord> {
  const isSame = (a: object | undefined, b: object | undefined): boolean => canonical(a) === canonical(b);
  return {
    id: String((after ?? before)?.id),
    sideOf(today) {
      if (isSame(today, after)) return 'after';
      return isSame(today, before) ? 'before' : 'other';
    },
    on: side => (side === 'after' ? after : before),
  };
}
