import { escapeForExport, markdownTable } from '../../report/markdown.js';
import { ENGLISH } from './english.js';
import type { Sample } from './sample.js';
import { sampleStatements } from './statement.js';
import { SAMPLE_TABLES, type SampleTableName, sampleTable, withoutEmpty } from './tables.js';

const TITLES: Readonly<Record<SampleTableName, string>> = {
  kinds: 'Kinds of session by role',
  recruitment: 'Recruitment',
  sessions: 'Sessions',
  people: 'People',
};

/** A sample as a document in Markdown: how it is counted, and its tables. */
export function* sampleDocument(sample: Sample): Generator<string> {
  yield '# Sample\n';
  for (const { name, headline, arithmetic, recruitment } of sampleStatements(sample, ENGLISH)) {
    const rest = [arithmetic, ...(recruitment === undefined ? [] : [recruitment])].map(escapeForExport);
    yield `\n**${escapeForExport(name)}**: ${escapeForExport(headline)}\n\n${rest.map(line => `- ${line}\n`).join('')}`;
  }
  if (!sample.complete) yield '\nReading was stopped: some transcripts are missing.\n';
  for (const name of SAMPLE_TABLES) {
    const { columns, rows } = withoutEmpty(sampleTable(sample, name));
    if (rows.length > 0) yield `\n## ${TITLES[name]}\n\n${markdownTable(columns, rows)}`;
  }
  if (sample.sessions.length === 0) yield '\nNobody has been met yet.\n';
}
