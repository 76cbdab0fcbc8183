import { CorpusReader } from '../../core/analysis/corpus/corpusReader.js';
import { relevanceOf } from '../../core/analysis/relevance.js';
import { sampleDocument } from '../../core/analysis/sample/document.js';
import {
  SAMPLE_TABLES,
  type SampleTable,
  type SampleTableName,
  sampleTable,
} from '../../core/analysis/sample/tables.js';
import { atOnce } from '../../core/pieces.js';
import { csvLine } from '../../core/report/csv.js';
import { withHeldBack } from '../../core/report/disclosure/atEnd.js';
import { heldBackStatement } from '../../core/report/disclosure/heldBack.js';
import { publicSample } from '../../core/report/disclosure/publicSample.js';
import { heldBackEnd, heldBackJson, leavingOf, sayHeldBack } from '../disclosure.js';
import { type ExitCode, type Io, writeAll, writeJson } from '../io.js';
import { didYouMean, nearest } from '../near.js';
import { Refusal } from '../refusal.js';
import { sampleJson } from '../sample/json.js';
import { formatSample, formatSampleTable } from '../sample/text.js';
import { type Call, runVerb, type Verb } from '../verb.js';

const FORMATS = ['json', 'csv', 'md'];

export const verb: Verb = {
  name: 'sample',
  leaving: 'follows',
  summary: 'Account for the sample: who took part by kind of session and role, with the arithmetic.',
  options: {
    table: { value: 'NAME', help: `Only this table: ${SAMPLE_TABLES.join(', ')}. CSV has one table: kinds, or this.` },
    csv: { help: 'Print CSV (RFC 4180, UTF-8).' },
    md: { help: 'Print a Markdown document.' },
  },
  notes: [
    'A place is one person in one session; people are counted once. Who speaks in scope takes part; in a study without a',
    'code of the class .scope everything is in scope. Those who ask do not count. Recruitment comes from verbatim.json.',
    'In CSV a cell that a spreadsheet would take for a formula gets an apostrophe in front.',
  ],
  examples: [
    ['', 'how many took part, and why so many'],
    ['--table people --csv > people.csv', 'everybody, as a table'],
    ['--md > sample.md', 'a document with all of it'],
  ],
  exits: ['The sample was printed, be it empty.', undefined, 'There is no such table, or the study cannot be read.'],
};

/** `verbatim sample` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async call => {
    const { args: given, study, policy } = call;
    const formats = FORMATS.filter(format => given.has(format));
    const table = tableOf(call);
    if (formats.length > 1) {
      throw new Refusal(
        'arguments',
        `--${formats.join(' and --')} do not go together.`,
        'Ask for one format at a time.',
      );
    }
    const [format] = formats;
    if (table !== undefined && format !== undefined && format !== 'csv')
      throw new Refusal('arguments', `--table and --${format} do not go together.`, `--${format} has all tables.`);
    const inside = await new CorpusReader(study).read();
    const outside = leavingOf(inside, policy);
    const isUnread = (path: string): boolean => relevanceOf(study, path) === 'unread';
    const { sample, held } = atOnce(publicSample(outside, inside, policy?.smallestCell ?? 0, isUnread));
    if (format === 'json') writeJson(io, { ...sampleJson(sample), ...heldBackJson(held) });
    else if (format === 'md') writeAll(io, withHeldBack(sampleDocument(sample), heldBackStatement(held)));
    else if (format === 'csv') {
      writeAll(io, csvOf(sampleTable(sample, table ?? 'kinds')));
      sayHeldBack(io, held);
    } else {
      if (table === undefined) writeAll(io, formatSample(sample));
      else io.stdout(formatSampleTable(sampleTable(sample, table)));
      writeAll(io, heldBackEnd(held));
    }
    return 0;
  });
}

function tableOf({ args }: Call): SampleTableName | undefined {
  const name = args.one('table');
  const found = SAMPLE_TABLES.find(one => one === name?.toLowerCase());
  if (name === undefined || found !== undefined) return found;
  const remedy = didYouMean(nearest(name, SAMPLE_TABLES), `The tables are ${SAMPLE_TABLES.join(', ')}.`);
  throw new Refusal('arguments', `There is no table “${name}”.`, remedy);
}

function* csvOf({ columns, rows }: SampleTable): Generator<string> {
  yield csvLine(columns.map(({ title }) => title));
  for (const row of rows) yield csvLine(row);
}
