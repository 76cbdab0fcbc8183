import { ENGLISH } from '../../core/analysis/sample/english.js';
import type { Sample } from '../../core/analysis/sample/sample.js';
import { sampleStatements } from '../../core/analysis/sample/statement.js';
import { type SampleTable, sampleTable, withoutEmpty } from '../../core/analysis/sample/tables.js';
import { countOf } from '../phrases.js';
import { type Column, formatTable, plain } from '../table.js';
import { notInSample, undeclaredIn } from './apart.js';

/** A sample for people: how it is counted, then the table of kinds and roles, then who is not in it. */
export function* formatSample(sample: Sample): Generator<string> {
  for (const { name, headline, arithmetic, recruitment } of sampleStatements(sample, ENGLISH)) {
    yield `${plain(`${name}: ${headline}`)}\n`;
    for (const line of [arithmetic, recruitment]) if (line !== undefined) yield `  ${plain(line)}\n`;
  }
  if (sample.groups.length > 0) yield `\n${formatSampleTable(sampleTable(sample, 'kinds'))}`;
  const apart = [...notInSample(sample), ...undeclaredIn(sample)];
  if (apart.length > 0) yield '\n';
  for (const { what, names } of apart) yield `${plain(`${what}: ${names.join(', ')}`)}\n`;
  const { people, places } = sample.total;
  const persons = people === 1 ? '1 person' : `${people} people`;
  if (sample.sessions.length > 0) yield '\n';
  yield `${countOf(sample.sessions.length, 'session')}, ${persons}, ${countOf(places, 'place')}.\n`;
}

/** One of its tables, aligned. */
export function formatSampleTable(table: SampleTable): string {
  const { columns, rows } = withoutEmpty(table);
  const headed = columns.map(
    ({ title, right }): Column => ({ title: title.toUpperCase(), right: right ?? false, longest: LONGEST }),
  );
  return formatTable(headed, rows);
}

/** Longest cell in columns of the terminal. */
const LONGEST = 40;
