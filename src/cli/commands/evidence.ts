import { CorpusReader } from '../../core/analysis/corpus/corpusReader.js';
import { evidenceDocument, overviewDocument } from '../../core/analysis/evidence/document.js';
import { evidenceJson, wholeEvidenceJson } from '../../core/analysis/evidence/json.js';
import { type EvidenceTable, overviewTable, peopleTable } from '../../core/analysis/evidence/tables.js';
import { atOnce } from '../../core/pieces.js';
import { csvLine } from '../../core/report/csv.js';
import { withHeldBack } from '../../core/report/disclosure/atEnd.js';
import { heldBackStatement } from '../../core/report/disclosure/heldBack.js';
import { publicEvidence } from '../../core/report/disclosure/publicEvidence.js';
import { heldBackEnd, heldBackJson, leavingOf, sayHeldBack } from '../disclosure.js';
import { formatEvidence, formatOverview } from '../evidence/text.js';
import { formatIn } from '../formats.js';
import { type ExitCode, type Io, writeAll, writeJson } from '../io.js';
import { findEntry } from '../names.js';
import { runVerb, type Verb } from '../verb.js';

export const verb: Verb = {
  name: 'evidence',
  leaving: 'follows',
  summary: 'Say of themes and codes who said it, who did not, and what speaks against it.',
  positionals: '[CODE|THEME]',
  options: {
    csv: { help: 'Print CSV (RFC 4180, UTF-8): one row a theme or code; with one of them, one row a person.' },
    md: { help: 'Print a Markdown document.' },
  },
  notes: [
    'Who speaks in scope belongs to the sample; in a study without a code of the class .scope everything is in scope.',
    'Counted are people, and excerpts in scope with a certain place. Who speaks in contradicting excerpts only did not say',
    'it. A theme or code has the excerpts of all codes in it. The words are a convention: one; all; nearly all from 85 %,',
    'most from 60 %, about half from 40 %, some from 20 %, a few below; none.',
    'In CSV a cell that a spreadsheet would take for a formula gets an apostrophe in front.',
  ],
  examples: [
    ['', 'how many said what, by role'],
    ['hope', 'who said it and who did not, and all excerpts by how they stand to it'],
    ['hope --md > hope.md', 'the same as a document'],
    ['--csv > evidence.csv', 'all themes and codes as a table'],
  ],
  exits: ['The list was printed.', undefined, 'There is no such theme or code, or the study cannot be read.'],
};

/** `verbatim evidence` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async ({ study, args: given, policy }) => {
    const format = formatIn(given);
    const [name] = given.positionals;
    const entry = name === undefined ? undefined : findEntry(study, 'entry', name);
    const outside = leavingOf(await new CorpusReader(study).read(), policy);
    const { evidence: all, held } = atOnce(publicEvidence(outside, policy?.smallestCell ?? 0, entry));
    const [evidence] = all;
    if (entry === undefined || evidence === undefined) {
      if (format === 'json')
        writeJson(io, { evidence: all.map(evidenceJson), counts: { entries: all.length }, ...heldBackJson(held) });
      else if (format === 'csv') writeAll(io, csvOf(overviewTable(all)));
      else if (format === 'md') writeAll(io, withHeldBack(overviewDocument(all), heldBackStatement(held)));
      else writeAll(io, [...formatOverview(all), ...heldBackEnd(held)]);
      if (format === 'csv') sayHeldBack(io, held);
      return 0;
    }
    if (format === 'json') writeJson(io, { ...wholeEvidenceJson(evidence), ...heldBackJson(held) });
    else if (format === 'csv') writeAll(io, csvOf(peopleTable(evidence)));
    else if (format === 'md') writeAll(io, withHeldBack(evidenceDocument(evidence), heldBackStatement(held)));
    else writeAll(io, [...formatEvidence(evidence), ...heldBackEnd(held)]);
    if (format === 'csv') sayHeldBack(io, held);
    return 0;
  });
}

function* csvOf({ columns, rows }: EvidenceTable): Generator<string> {
  yield csvLine(columns.map(({ title }) => title));
  for (const row of rows) yield csvLine(row);
}
