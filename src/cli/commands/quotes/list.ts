import { balanceOf } from '../../../core/manuscript/balance.js';
import { codesOf } from '../../../core/manuscript/coded.js';
import { writtenNames } from '../../../core/manuscript/named.js';
import { shownPieces } from '../../../core/manuscript/written.js';
import { csvLine } from '../../../core/report/csv.js';
import { markdownTable } from '../../../core/report/markdown.js';
import { formatIn } from '../../formats.js';
import { type ExitCode, type Io, writeAll, writeJson } from '../../io.js';
import { balanceJson, balanceMarkdown, balanceText } from '../../quotes/balance.js';
import { quotationJson } from '../../quotes/json.js';
import { checkedManuscripts, NO_MANUSCRIPT } from '../../quotes/manuscripts.js';
import { wayOf } from '../../quotes/rows.js';
import { formatTable } from '../../table.js';
import { runVerb, type Verb } from '../../verb.js';

export const verb: Verb = {
  name: 'quotes list',
  leaving: 'team',
  summary: 'List the quotations of a manuscript with their sources, and who and what is quoted how often.',
  positionals: '[MANUSCRIPT…]',
  mostPositionals: Number.POSITIVE_INFINITY,
  options: {
    csv: { help: 'Print CSV (RFC 4180, UTF-8): one row a quotation.' },
    md: { help: 'Print a Markdown document.' },
  },
  notes: [
    'Counted are quotations with an attribution, whatever became of them; themes and sessions are those of their source in',
    'the transcripts. A dialogue is one block, and one quotation of each who speaks in it. Who takes part and is never',
    'quoted is named. verbatim quotes check says which quotations are not what was said.',
  ],
  examples: [
    ['', 'the quotations of all manuscripts of the study'],
    ['paper/manuscript.md --md', 'of one of them, as a document'],
  ],
  exits: ['The list was printed, be it empty.', undefined, 'There is no such manuscript, or the study cannot be read.'],
};

/** `verbatim quotes list` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async call => {
    const format = formatIn(call.args);
    const { manuscripts, corpus } = await checkedManuscripts(call);
    const balance = balanceOf(manuscripts, corpus);
    const all = manuscripts.flatMap(one =>
      one.quotations
        .filter(({ quotation }) => quotation.attribution !== undefined)
        .map(checked => ({ one, checked, codes: codesOf(checked, corpus) })),
    );
    const rows = all.map(({ one, checked, codes }) => [
      wayOf(one, checked),
      writtenNames(checked.quotation.attribution),
      checked.quotation.kind,
      checked.verdict,
      codes.map(({ title }) => title).join(', '),
      shownPieces(checked.quotation.pieces),
    ]);
    if (format === 'json') {
      const quotations = all.map(({ one, checked, codes }) => ({
        ...quotationJson(one, checked),
        codes: codes.map(({ id }) => id),
      }));
      writeJson(io, { quotations, balance: balanceJson(balance) });
    } else if (format === 'csv')
      writeAll(io, [csvLine(COLUMNS.map(({ title }) => title.toLowerCase())), ...rows.map(csvLine)]);
    else if (format === 'md') {
      const titles = COLUMNS.map(({ title }) => ({ title: title[0] + title.slice(1).toLowerCase() }));
      io.stdout(`${balanceMarkdown(balance)}## Every quotation\n\n${markdownTable(titles, rows)}`);
    } else if (manuscripts.length === 0) io.stdout(NO_MANUSCRIPT);
    else io.stdout(`${rows.length === 0 ? '' : `${formatTable(COLUMNS, rows)}\n`}${balanceText(balance)}`);
    return 0;
  });
}

const COLUMNS = [
  { title: 'WHERE' },
  { title: 'WHO' },
  { title: 'KIND' },
  { title: 'VERDICT' },
  { title: 'CODES', longest: 40, optional: true },
  { title: 'QUOTATION', longest: 60 },
];
