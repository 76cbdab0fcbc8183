import { ChangeRefused } from '../../codebook/change.js';
import { grouped } from '../../text/grouped.js';
import type { LineEdit } from '../../text/lineEdit.js';
import { type RecordKind, readRecords, rewriteRecords } from '../../text/records.js';
import type { Change } from '../change.js';
import type { Respect } from './respect.js';
import { otherSide, type Side } from './source.js';
import type { Taking } from './taking.js';

/** What is to become of one record of a file. */
export interface RecordTask<T> {
  readonly respect: Respect<T>;
  /** What to say where today's file has neither side. */
  refusal(today: T | undefined): ChangeRefused;
}

/** What tasks come to in one file: the edits, and why the task of the same index was refused, if it was. */
export interface TakenInFile {
  readonly edits: readonly LineEdit[];
  readonly refused: readonly (ChangeRefused | undefined)[];
}

/** A task and the change it is for, with today's path of the file it is about. */
export interface FiledTask<T> extends RecordTask<T> {
  readonly change: Change;
  readonly path: string;
}

/** Takes changes of records over: each file is written once, and a change that is refused harms no other. */
export async function takeRecords<T extends object>(
  taking: Taking,
  tasks: readonly FiledTask<T>[],
  kind: RecordKind<T>,
): Promise<void> {
  for (const [path, ofFile] of grouped(tasks, task => task.path)) {
    let refused: readonly (ChangeRefused | undefined)[] = [];
    await taking.update(path, text => {
      const taken = takeInFile(text, ofFile, taking.side, kind);
      refused = taken.refused;
      return taken.edits;
    });
    for (const [i, { change }] of ofFile.entries()) taking.answer(change, refused[i]);
  }
}

/** Works tasks out in the text of a file, one after the other, each on what the one before it left. */
export function takeInFile<T extends object>(
  text: string | undefined,
  tasks: readonly RecordTask<T>[],
  side: Side,
  kind: RecordKind<T>,
): TakenInFile {
  const now = new Map<string, T[]>();
  for (const record of readRecords(text ?? '', '', kind).records) {
    const id = idOf(record);
    if (id !== undefined) now.set(id, [...(now.get(id) ?? []), record]);
  }
  const next = new Map<string, T | undefined>();
  const refused = tasks.map(({ respect, refusal }) => {
    const { id } = respect;
    const there = now.get(id) ?? [];
    if (there.length > 1) return standsTwice(id);
    const today = next.has(id) ? next.get(id) : there[0];
    const standing = respect.sideOf(today);
    if (standing === side) return undefined;
    if (standing !== otherSide(side)) return refusal(today);
    next.set(id, respect.on(side, today));
    return undefined;
  });
  const added = [...next].flatMap(([id, record]) => (record === undefined || now.has(id) ? [] : [record]));
  const change = (record: T): T | undefined => {
    const id = idOf(record);
    return id !== undefined && next.has(id) ? next.get(id) : record;
  };
  return { edits: rewriteRecords(text ?? '', change, kind, added).edits, refused };
}

function idOf(record: object): string | undefined {
  return 'id' in record && typeof record.id === 'string' ? record.id : undefined;
}

function standsTwice(id: string): ChangeRefused {
  return new ChangeRefused(
    `The id ${id} stands more than once today, so it is not clear which line is meant.`,
    'Repair that first: the Problems panel names the lines.',
  );
}
