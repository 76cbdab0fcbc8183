import { conflictKey } from '../conflictKey.js';
import type { ConflictSide, MergeChoice, MergeConflict } from '../merge.js';
import { quietVerdict, verdictOf } from '../threeWay.js';
import { ID, type PeopleRow, said } from './peopleRows.js';

/** A person as all versions have the row. */
export interface PersonVersions {
  /** Folded: letter case makes no other person. */
  readonly id: string;
  /** As bases have it that have it. */
  readonly bases: readonly PeopleRow[];
  readonly isInAll: boolean;
  readonly isKnown: boolean;
  readonly ours: PeopleRow | undefined;
  readonly theirs: PeopleRow | undefined;
}

/** What became of a person: for each column the rows whose cell is to stand there. */
export interface MergedPerson {
  /** Undefined where the person goes. Without a column: nothing is said there. */
  readonly cells: ReadonlyMap<string, PeopleRow> | undefined;
  /** Whether the row has a place: it stays, or somebody may decide so. */
  readonly hasPlace: boolean;
  readonly conflicts: readonly MergeConflict[];
}

const PRESENCE = 'presence';

/** Makes one row of the versions of a person. Where a question is not decided it is as ours has it. */
export function mergePerson(
  versions: PersonVersions,
  path: string,
  decisions: ReadonlyMap<string, MergeChoice>,
): MergedPerson {
  const { id, ours, theirs, bases, isKnown, isInAll } = versions;
  if (ours !== undefined && theirs !== undefined) return mergeBoth(versions, ours, theirs, path, decisions);
  const there = (ours ?? theirs) as PeopleRow;
  if (isKnown && bases.length === 0) return { cells: cellsOf(there), hasPlace: true, conflicts: [] };
  if (isKnown && isInAll && bases.some(base => said(base) === said(there))) {
    return { cells: undefined, hasPlace: false, conflicts: [] };
  }
  const key = conflictKey('participant', id, PRESENCE);
  const choice = decisions.get(key);
  const isKept = (choice ?? 'ours') === (ours === undefined ? 'theirs' : 'ours');
  const rowSide = (row: PeopleRow | undefined): ConflictSide =>
    row === undefined ? { isThere: false, text: '' } : { isThere: true, text: row.raw, record: recordOf(row) };
  const conflict = { ...common(key, path, there), aspect: PRESENCE, ours: rowSide(ours), theirs: rowSide(theirs) };
  const base = isInAll ? onlyOne(bases, said) : undefined;
  return {
    cells: isKept ? cellsOf(there) : undefined,
    hasPlace: true,
    conflicts: choice === undefined ? [{ ...conflict, base: base && rowSide(base) }] : [],
  };
}

function mergeBoth(
  { id, bases, isInAll }: PersonVersions,
  ours: PeopleRow,
  theirs: PeopleRow,
  path: string,
  decisions: ReadonlyMap<string, MergeChoice>,
): MergedPerson {
  const cells = new Map<string, PeopleRow>();
  const conflicts: MergeConflict[] = [];
  // By name, so that the order of questions knows no sides.
  for (const column of [...new Set([...ours.values.keys(), ...theirs.values.keys()])].sort()) {
    const value = (row: PeopleRow): string => row.values.get(column) ?? '';
    const verdict = verdictOf(bases.map(value), value(ours), value(theirs));
    const key = conflictKey('participant', id, 'column', column);
    const choice = verdict === 'conflict' ? decisions.get(key) : undefined;
    const written = (row: PeopleRow): string => row.cells.get(column) ?? '';
    const same = verdict === 'same' ? quietVerdict(bases.map(written), written(ours), written(theirs)) : verdict;
    const row = (choice ?? same) === 'theirs' ? theirs : ours;
    if (value(row) !== '') cells.set(column, row);
    if (verdict !== 'conflict' || choice !== undefined) continue;
    const side = (each: PeopleRow): ConflictSide => ({
      isThere: each.values.has(column),
      text: value(each),
      record: recordOf(each),
    });
    const base = isInAll ? onlyOne(bases, value) : undefined;
    conflicts.push({
      ...common(key, path, ours),
      aspect: column,
      base: base && side(base),
      ours: side(ours),
      theirs: side(theirs),
    });
  }
  return { cells, hasPlace: true, conflicts };
}

function common(
  key: string,
  path: string,
  row: PeopleRow,
): Pick<MergeConflict, 'key' | 'path' | 'subject' | 'choices'> {
  return {
    key,
    path,
    subject: { is: 'participant', participant: row.values.get(ID) ?? '' },
    choices: ['ours', 'theirs'],
  };
}

const cellsOf = (row: PeopleRow): Map<string, PeopleRow> =>
  new Map([...row.values.keys()].map(column => [column, row]));

function recordOf({ values }: PeopleRow): Record<string, unknown> {
  return Object.fromEntries(values);
}

/** The base, where all say the same. */
function onlyOne(bases: readonly PeopleRow[], saying: (row: PeopleRow) => string): PeopleRow | undefined {
  return new Set(bases.map(saying)).size === 1 ? bases[0] : undefined;
}
