import { dsvFormat } from 'd3-dsv';
import type { Problem } from '../problem.js';
import { normaliseText } from '../text/normalise.js';
import { PARTICIPANTS_FILE } from './layout.js';

/** One person of `participants.csv`. */
export interface Participant {
  readonly id: string;
  readonly role?: string;
  /** Every further column, by its name. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** The people of a study. Never throws: rows that are not understood are reported and left out. */
export interface Participants {
  readonly list: readonly Participant[];
  readonly problems: readonly Problem[];
  /** The person with an id, letter case aside. */
  find(id: string): Participant | undefined;
}

/** Reads `participants.csv`: a header row with `participant`, then one row a person; comma, semicolon or tab. */
export function parseParticipants(raw: string | undefined): Participants {
  const text = normaliseText(raw ?? '');
  const rows = dsvFormat(delimiterOf(text)).parseRows(text);
  const header = (rows[0] ?? []).map(cell => cell.trim());
  const idColumn = header.findIndex(cell => cell.toLowerCase() === 'participant');
  const problems: Problem[] = [];
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
  rows.slice(1).forEach((row, i) => {
    const id = row[idColumn]?.trim() ?? '';
    if (id === '') return;
    if (byId.has(id.toLowerCase())) {
      report(i + 2, `${id} is listed twice; the first row counts.`, 'Give each person one row.');
      return;
    }
    byId.set(id.toLowerCase(), person(id, header, row, idColumn));
  });
  return { list: [...byId.values()], problems, find: id => byId.get(id.toLowerCase()) };
}

function person(id: string, header: readonly string[], row: readonly string[], idColumn: number): Participant {
  const attributes: Record<string, string> = {};
  let role: string | undefined;
  header.forEach((name, column) => {
    const value = row[column]?.trim() ?? '';
    if (column === idColumn || name === '' || value === '') return;
    if (name.toLowerCase() === 'role') role = value;
    else Object.defineProperty(attributes, name, { value, enumerable: true });
  });
  return { id, ...(role === undefined ? {} : { role }), attributes };
}

/** What separates the cells of a table: of comma, semicolon and tab the one its first line has most. */
export function delimiterOf(text: string): string {
  const header = text.split('\n', 1)[0] ?? '';
  const counts = [',', ';', '\t'].map(mark => ({ mark, count: header.split(mark).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).mark;
}
