import type { Presence, Sample, SampleGroup, SampleKind } from './sample.js';
import type { SampleSum } from './sum.js';

/** The tables that a sample can be written out as. */
export const SAMPLE_TABLES = ['kinds', 'recruitment', 'sessions', 'people'] as const;

export type SampleTableName = (typeof SAMPLE_TABLES)[number];

/** A column of a table that is written out. */
export interface TableColumn {
  readonly title: string;
  /** Numbers stand on the right. */
  readonly right?: boolean;
}

/** A table that is written out; the same in every language, so that programs can rely on it. */
export interface SampleTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
}

/** One of the tables of a sample. Shares are from 0 to 1 with four places; what is not known is empty. */
export function sampleTable(sample: Sample, name: SampleTableName): SampleTable {
  switch (name) {
    case 'kinds':
      return kindsTable(sample);
    case 'recruitment':
      return recruitmentTable(sample);
    case 'sessions':
      return sessionsTable(sample);
    case 'people':
      return peopleTable(sample);
  }
}

/** The same table without columns in which nothing stands: for people, who would look for what is missing there. */
export function withoutEmpty({ columns, rows }: SampleTable): SampleTable {
  const isUsed = columns.map((_, i) => rows.some(row => (row[i] ?? '') !== ''));
  const used = <T>(cells: readonly T[]): T[] => cells.filter((_, i) => isUsed[i]);
  return { columns: used(columns), rows: rows.map(used) };
}

/** A sum by kind, `sum` the whole of it. */
export interface KindRow {
  /** Missing: all kinds together. */
  readonly kind?: SampleKind;
  readonly sessions: number;
  readonly places: number;
  readonly people: number;
}

/** What a group has of each kind of the sample, kinds in which nobody of it took part included, and all in all. */
export function kindRows({ kinds }: Pick<Sample, 'kinds'>, sum: SampleSum): KindRow[] {
  const rows = kinds.map((kind): KindRow => {
    const own = sum.kinds.find(one => one.kind === kind.key);
    return { kind, sessions: own?.sessions ?? 0, places: own?.places ?? 0, people: own?.people ?? 0 };
  });
  return [...rows, { sessions: sum.sessions, places: sum.places, people: sum.people }];
}

function kindsTable(sample: Sample): SampleTable {
  const all = { sum: sample.total, isAll: true };
  const groups: readonly (SampleGroup & { readonly isAll?: boolean })[] =
    sample.groups.length === 0 ? [] : [...sample.groups, all];
  const rows = groups.flatMap(({ role = '', sum, isAll }) =>
    kindRows(sample, sum).map(({ kind, sessions, places, people }) => {
      return [isAll ? 'all' : role, kind === undefined ? 'all' : kind.label, ...texts(sessions, places, people)];
    }),
  );
  return { columns: [...named('role', 'kind'), ...numbers('sessions', 'places', 'people')], rows };
}

function recruitmentTable({ ledger }: Sample): SampleTable {
  const rows = ledger.map(({ group, eligible, approached, declined, excluded, tookPart, verdict }) => {
    return [group, ...texts(eligible, approached, declined, excluded, tookPart), verdict];
  });
  const columns = numbers('eligible', 'approached', 'declined', 'excluded', 'took part');
  return { columns: [...named('role'), ...columns, ...named('adds up')], rows };
}

function sessionsTable({ sessions }: Sample): SampleTable {
  const rows = sessions.map(
    ({ name, date = '', kind = '', site = '', people, undeclared, words, participantWords, scopeShare }) => {
      const who = (presence: Presence): string =>
        people
          .filter(one => one.presence === presence)
          .map(({ id }) => id)
          .join('; ');
      const others = [who('outside'), who('unread'), who('silent'), who('unlabelled')];
      const strangers = undeclared.map(({ speaker }) => speaker).join('; ');
      const share = scopeShare === undefined ? '' : String(Number(scopeShare.toFixed(4)));
      return [name, date, kind, site, who('took-part'), ...others, strangers, ...texts(words, participantWords), share];
    },
  );
  const people = named('took part', 'out of scope only', 'not read yet', 'silent', 'without labels', 'undeclared');
  const figures = numbers('words', 'words of participants', 'share in scope');
  return { columns: [...named('session', 'date', 'kind', 'site'), ...people, ...figures], rows };
}

function peopleTable({ people }: Sample): SampleTable {
  const attributes = attributesOf(people);
  const rows = people.map(person => {
    const { id, role = '', presence, words, inScope } = person;
    const took = person.sessions.filter(session => session.presence === 'took-part').map(({ name }) => name);
    const values = attributes.map(name =>
      Object.hasOwn(person.attributes, name) ? (person.attributes[name] ?? '') : '',
    );
    return [id, role, ...values, presence, took.join('; '), ...texts(words, inScope)];
  });
  const before = named('participant', 'role', ...attributes, 'presence', 'sessions');
  return { columns: [...before, ...numbers('words', 'words in scope')], rows };
}

/** Names of all attributes that somebody has, in the order in which they are met. */
export function attributesOf(people: Sample['people']): string[] {
  return [...new Set(people.flatMap(({ attributes }) => Object.keys(attributes)))];
}

const named = (...titles: readonly string[]): TableColumn[] => titles.map(title => ({ title }));
const numbers = (...titles: readonly string[]): TableColumn[] => titles.map(title => ({ title, right: true }));
const texts = (...values: readonly (number | undefined)[]): string[] =>
  values.map(value => (value === undefined ? '' : String(value)));
