import { dsvFormat } from 'd3-dsv';
import { isMarkLine } from '../coding/line.js';
import type { Problem } from '../problem.js';
import { damageProblems } from '../text/damage.js';
import { normaliseText } from '../text/normalise.js';
import { speakerKey } from '../transcript/names.js';
import { PARTICIPANTS_FILE } from './layout.js';

/** The columns of `participants.csv` that have a meaning of their own, whatever their letter case; all others are attributes. */
const OWN_COLUMNS: ReadonlySet<string> = new Set(['participant', 'role', 'labels', 'sessions']);

/** The name that a column goes by: one with a meaning of its own in lower case, others as they are written. */
export function columnName(written: string): string {
  const name = written.trim();
  return OWN_COLUMNS.has(name.toLowerCase()) ? name.toLowerCase() : name;
}

/** One person of `participants.csv`. */
export interface Participant {
  readonly id: string;
  readonly role?: string;
  /** Other labels the person has in transcripts. */
  readonly labels: readonly string[];
  /** Names of sessions the person took part in, besides those whose front matter says so. */
  readonly sessions: readonly string[];
  /** Every further column, by its name. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Line of the file where the row begins, from 1. */
  readonly line: number;
}

/** The people of a study. Never throws: rows that are not understood are reported and left out. */
export interface Participants {
  readonly list: readonly Participant[];
  /** The columns that the file has, be they empty. */
  readonly columns: readonly string[];
  readonly problems: readonly Problem[];
  /** The person with an id, letter case aside. */
  find(id: string): Participant | undefined;
  /**
   * The person a label stands for wherever nothing else is said: whose id it is, else who alone has it among their labels. Compared
   * as speaker labels are; undefined where nobody has it, or several do.
   */
  named(label: string): Participant | undefined;
  /** Everything that a declared person may be called in a transcript: ids and labels. */
  readonly names: ReadonlySet<string>;
}

/** Reads `participants.csv`: a header row with `participant`, then one row a person; comma, semicolon or tab. */
export function parseParticipants(raw: string | undefined): Participants {
  const text = normaliseText(raw ?? '');
  const delimiter = delimiterOf(text);
  const rows = dsvFormat(delimiter).parseRows(text);
  const header = (rows[0] ?? []).map(columnName);
  const idColumn = header.indexOf('participant');
  const problems: Problem[] = damageProblems(PARTICIPANTS_FILE, text);
  const byId = new Map<string, Participant>();
  const report = (line: number, message: string, remedy: string): void => {
    problems.push({ rule: 'participants', severity: 'warning', file: PARTICIPANTS_FILE, line, message, remedy });
  };
  if (raw !== undefined && idColumn === -1) {
    report(
      1,
      'There is no column "participant".',
      'Name the column that holds the ids "participant" in the first row.',
    );
  }
  for (const name of new Set(header.filter((each, i) => each !== '' && header.indexOf(each) !== i)))
    report(1, `There are several columns “${name}”; the first counts.`, 'Give each column a name of its own.');
  const open = openQuote(text, delimiter);
  if (open !== undefined) {
    const remedy = 'Close it, or take it away: all that stands behind it is read as one cell meanwhile.';
    report(open, 'A quotation mark that opens a cell here is not closed.', remedy);
  }
  const lines = startLines(rows);
  rows.slice(1).forEach((row, i) => {
    const id = row[idColumn]?.trim() ?? '';
    const line = lines[i + 1] ?? 1;
    if (id === '' || isMarkLine(id)) return;
    if (byId.has(id.toLowerCase())) {
      report(line, `${id} is listed twice; the first row counts.`, 'Give each person one row.');
      return;
    }
    byId.set(id.toLowerCase(), person(id, header, row, line));
  });
  const list = [...byId.values()];
  const byLabel = namesOf(list, report);
  return {
    list,
    columns: header.filter(name => name !== ''),
    problems,
    find: id => byId.get(id.toLowerCase()),
    named: label => byLabel.get(speakerKey(label)),
    names: new Set(list.flatMap(({ id, labels }) => [id, ...labels])),
  };
}

function person(id: string, header: readonly string[], row: readonly string[], line: number): Participant {
  const attributes: Record<string, string> = {};
  const own = new Map<string, string>();
  header.forEach((name, column) => {
    const value = row[column]?.trim() ?? '';
    if (name === '' || value === '' || header.indexOf(name) !== column) return;
    if (OWN_COLUMNS.has(name)) own.set(name, value);
    else Object.defineProperty(attributes, name, { value, enumerable: true });
  });
  const role = own.get('role');
  return {
    id,
    ...(role === undefined ? {} : { role }),
    labels: listIn(own.get('labels')),
    sessions: listIn(own.get('sessions')),
    attributes,
    line,
  };
}

/** A cell with several values, between semicolons: names may have commas in them. */
function listIn(cell = ''): string[] {
  const parts = cell.split(/[;；]/).map(part => part.trim());
  return [...new Set(parts.filter(part => part !== ''))];
}

type Report = (line: number, message: string, remedy: string) => void;

/** Who goes by which name. A label of two people is nobody's: guessing would put words into a person's mouth. */
function namesOf(list: readonly Participant[], report: Report): ReadonlyMap<string, Participant> {
  const owners = new Map<string, Participant>(list.map(one => [speakerKey(one.id), one]));
  const ids = new Set(owners.keys());
  const shared = new Set<string>();
  for (const one of list) {
    for (const label of one.labels) {
      const key = speakerKey(label);
      const other = owners.get(key);
      if (other === one) continue;
      if (other === undefined) owners.set(key, one);
      else if (ids.has(key)) {
        const remedy = `Take “${label}” out of the labels of ${one.id}.`;
        report(
          one.line,
          `“${label}” is a label of ${one.id}, but the id of ${other.id}; it stands for ${other.id}.`,
          remedy,
        );
      } else {
        shared.add(key);
        const remedy = `Say in the front matter of each transcript whose words these are, such as speakers: {${label}: ${one.id}}.`;
        report(one.line, `“${label}” is a label of both ${other.id} and ${one.id}, so it stands for neither.`, remedy);
      }
    }
  }
  for (const key of shared) owners.delete(key);
  return owners;
}

/** Lines at which rows begin, from 1: a cell in quotation marks may hold line ends. */
function startLines(rows: readonly (readonly string[])[]): number[] {
  let line = 1;
  return rows.map(cells => {
    const start = line;
    line += cells.reduce((count, cell) => count + cell.split('\n').length - 1, 1);
    return start;
  });
}

/** Line, from 1, of a quotation mark that opens a cell and is not closed; undefined where all are. */
function openQuote(text: string, delimiter: string): number | undefined {
  const cells = text.matchAll(new RegExp(`(?:^|[${delimiter}\\n])"[^"]*(?:""[^"]*)*(?<end>"|$)`, 'g'));
  const open = [...cells].find(({ groups }) => groups?.end === '');
  return (
    open &&
    text
      .slice(0, open.index + 2)
      .trimEnd()
      .split('\n').length
  );
}

/** What separates the cells of a table: of comma, semicolon and tab the one its first line has most. */
export function delimiterOf(text: string): string {
  const header = text.split('\n', 1)[0] ?? '';
  const counts = [',', ';', '\t'].map(mark => ({ mark, count: header.split(mark).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).mark;
}
