import { PARTICIPANTS_FILE } from '../../study/layout.js';
import type { Study } from '../../study/study.js';
import type { LineEdit } from '../../text/lineEdit.js';
import type { ParticipantChange, ParticipantRow } from '../change.js';
import { canonical } from '../keys.js';
import { PeopleTable } from './peopleTable.js';
import { isAnother } from './refusals.js';
import type { Standing } from './respect.js';
import type { Side, Sources } from './source.js';
import type { Taking } from './taking.js';

/** Which side a person's row has today, in the columns that a change is about. */
export async function standingOfPerson(study: Study, change: ParticipantChange, sources: Sources): Promise<Standing> {
  return standingIn(new PeopleTable(await study.textOf(PARTICIPANTS_FILE)), change, await tablesOf(sources));
}

/** Takes a change of a person's row over. */
export async function takePerson(taking: Taking, change: ParticipantChange): Promise<void> {
  const { side, sources } = taking;
  const tables = await tablesOf(sources);
  await taking.update(PARTICIPANTS_FILE, text => {
    const today = new PeopleTable(text);
    const standing = standingIn(today, change, tables);
    if (standing === side) return [];
    if (standing === 'other') throw isAnother(`The row of ${change.participant} in ${PARTICIPANTS_FILE}`);
    return editsTo(today, change, tables[side]);
  });
}

type Tables = Readonly<Record<Side, PeopleTable>>;

async function tablesOf({ before, after }: Sources): Promise<Tables> {
  return {
    before: new PeopleTable(await before.read(PARTICIPANTS_FILE)),
    after: new PeopleTable(await after.read(PARTICIPANTS_FILE)),
  };
}

function standingIn(today: PeopleTable, change: ParticipantChange, tables: Tables): Standing {
  const now = said(today, change);
  if (canonical(now) === canonical(said(tables.after, change))) return 'after';
  return canonical(now) === canonical(said(tables.before, change)) ? 'before' : 'other';
}

/** What a table says in the columns that a change is about; undefined where the person is not in it. */
function said(table: PeopleTable, change: ParticipantChange): Readonly<Record<string, unknown>> | undefined {
  const values = table.values(change.participant);
  if (values === undefined || change.what !== 'participant-changed') return values;
  return Object.fromEntries(change.attributes.map(name => [name, valueIn(table, change.participant, values, name)]));
}

function valueIn(table: PeopleTable, id: string, values: ParticipantRow, name: string): string | undefined {
  if (name === 'participant') return table.ids.find(other => other.toLowerCase() === id.toLowerCase());
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

function editsTo(today: PeopleTable, change: ParticipantChange, there: PeopleTable): LineEdit[] {
  const { participant } = change;
  const values = there.values(participant);
  if (values === undefined) return today.remove(participant);
  if (change.what === 'participant-changed') {
    const cells = change.attributes.map(name => [name, valueIn(there, participant, values, name)] as const);
    return today.set(participant, Object.fromEntries(cells));
  }
  const id = there.ids.find(other => other.toLowerCase() === participant.toLowerCase()) ?? participant;
  return today.add(id, values, there.columns, there.ids.slice(0, there.ids.indexOf(id)));
}
