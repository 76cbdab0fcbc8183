import { ChangeRefused } from '../codebook/change.js';
import { type Note, READING_RECORDS } from '../reading/record.js';
import { placeOf } from '../study/layout.js';
import type { Study } from '../study/study.js';
import type { FileEdit } from '../text/lineEdit.js';
import { type RecordKind, readRecords, rewriteRecords } from '../text/records.js';
import type { Coding } from './coding.js';
import { CODING_RECORDS } from './file.js';
import { formatRecord } from './line.js';

/** A coding or note as somebody saw it who now decides about it. */
export interface SeenRecord {
  /** Path of the file it stands in, in a coder's folder. */
  readonly path: string;
  readonly id: string;
  /** Its line, as `formatRecord` gives it. */
  readonly line: string;
}

/** Either kind of record. */
export type Entry = Coding | Note;

/**
 * Changes records of one file that still are as somebody saw them.
 * @param to gives the record that takes the place, undefined to remove it; `others` are those of the file that stay as they are
 * @throws ChangeRefused where one of them is gone or was changed meanwhile; nothing was written
 */
export async function changeSeen(
  study: Study,
  path: string,
  seen: readonly SeenRecord[],
  to: (record: Entry, others: readonly Entry[]) => Entry | undefined,
): Promise<FileEdit> {
  const { edit } = await study.update(path, text => {
    const meant = new Set(pick(recordsIn(text, path), seen));
    const { edits } = rewriteRecords(
      text ?? '',
      (record, all) => {
        const isMeant = meant.has(lineOf(record));
        return isMeant
          ? to(
              record,
              all.filter(other => !meant.has(lineOf(other))),
            )
          : record;
      },
      kindOf(path),
    );
    return edits;
  });
  return edit;
}

/**
 * The records of a file that still are as somebody saw them, in their order.
 * @throws ChangeRefused as `changeSeen`
 */
export async function recordsSeen(study: Study, path: string, seen: readonly SeenRecord[]): Promise<readonly Entry[]> {
  const there = recordsIn(await study.textOf(path), path);
  const lines = pick(there, seen);
  return lines.map(line => there.find(record => lineOf(record) === line) as Entry);
}

/** The records of a file in a coder's folder. */
export function recordsIn(text: string | undefined, path: string): readonly Entry[] {
  // Beside notes there may be a state of reading, which is no passage.
  return readRecords(text ?? '', path, kindOf(path)).records.filter(record => 'quote' in record);
}

/** What the records of a file in a coder's folder are. */
export function kindOf(path: string): RecordKind<Entry> {
  return (placeOf(path) === undefined ? READING_RECORDS : CODING_RECORDS) as unknown as RecordKind<Entry>;
}

/** A record as its line. */
export const lineOf = (record: Entry): string => formatRecord(record);

/** The lines of what was seen, all of which must be there. */
function pick(there: readonly Entry[], seen: readonly SeenRecord[]): string[] {
  const lines = new Set(there.map(lineOf));
  const stale = seen.find(({ line }) => !lines.has(line));
  if (stale === undefined) return seen.map(({ line }) => line);
  const isGone = !there.some(({ id }) => id === stale.id);
  const message = isGone ? 'It was removed meanwhile.' : 'Somebody changed it meanwhile.';
  throw new ChangeRefused(message, 'Nothing was written. The list shows how things are now.');
}
