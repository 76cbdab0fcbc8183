import { ENGLISH } from '../../../analysis/sample/english.js';
import type { Sample } from '../../../analysis/sample/sample.js';
import { type GroupStatement, noRoleName, sampleStatements } from '../../../analysis/sample/statement.js';
import { kindRows, sampleTable } from '../../../analysis/sample/tables.js';
import { list, note, paragraph, section, strong, table } from '../../document/build.js';
import type { Block, Section } from '../../document/document.js';
import { isNameless, type ReportSources } from '../sources.js';

/** Who took part, how that is counted, and how people were found. */
export function sampleSection(sources: ReportSources): Section {
  const { sample } = sources;
  if (sample.sessions.length === 0) return section('Sample', [note('Nobody has been met yet.')]);
  const statements = sampleStatements(sample, ENGLISH);
  return section('Sample', [
    ...(sample.complete ? [] : [note('Reading was stopped: some transcripts are missing in what follows.')]),
    ...statements.map(({ name, headline }) => paragraph([strong(`${capital(name)}: `), `${headline}.`])),
    paragraph('A place is one person in one session; people are counted once.'),
    // It names people.
    ...(isNameless(sources) ? [] : arithmetic(statements)),
    kindsTable(sample),
    ...recruitment(sample),
    ...outside(sample),
  ]);
}

function arithmetic(statements: readonly GroupStatement[]): Block[] {
  return [
    paragraph('How the numbers of people come about:'),
    list(statements.map(({ name, arithmetic: sum }) => `${capital(name)}: ${sum}`)),
  ];
}

function kindsTable(sample: Sample): Block {
  const groups = [
    ...sample.groups.map(({ role, sum }) => ({ name: role ?? noRoleName(sample, ENGLISH), sum })),
    ...(sample.groups.length > 1 ? [{ name: ENGLISH.everybody, sum: sample.total }] : []),
  ];
  const own = groups.map(({ sum }) => kindRows(sample, sum));
  const rows = kindRows(sample, sample.total).map(({ kind, sessions }, at) => [
    kind === undefined ? 'All kinds' : kind.label || 'No kind given',
    String(sessions),
    ...own.flatMap(lines => [lines[at]?.people ?? 0, lines[at]?.places ?? 0].map(String)),
  ]);
  const titles = groups.flatMap(({ name }) => [`${name}: people #`, `${name}: places #`]);
  return table('Kinds of session by role', ['Kind of session', 'Sessions #', ...titles], rows);
}

function recruitment(sample: Sample): Block[] {
  if (sample.ledger.length === 0) return [];
  const said = sampleStatements(sample, ENGLISH).flatMap(({ name, recruitment: how }) =>
    how === undefined ? [] : [`${capital(name)}: ${how}.`],
  );
  const rows = sampleTable(sample, 'recruitment').rows.map(row => row.slice(0, -1));
  const titles = ['Role', 'Eligible #', 'Approached #', 'Declined #', 'Excluded #', 'Took part #'];
  return [table('Recruitment', titles, rows), ...said.map(words => paragraph(words))];
}

function outside({ hasScope, people }: Sample): Block[] {
  if (!hasScope) return [];
  const apart = people.filter(({ presence }) => presence === 'outside').map(({ id }) => id);
  const whoCounts =
    'Only sections that are marked as in scope count, and only people who speak in them belong to the sample.';
  const rest =
    apart.length === 0
      ? ''
      : ` ${ENGLISH.list(apart)} spoke out of scope only and ${apart.length === 1 ? 'is' : 'are'} not counted.`;
  return [paragraph(`${whoCounts}${rest}`)];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
