import { atOnce } from '../../core/pieces.js';
import { documentDocx } from '../../core/report/document/docx/documentDocx.js';
import { documentText, REPORT_FORMATS, type ReportFormat } from '../../core/report/document/formats.js';
import { readReportSources } from '../../core/report/study/readSources.js';
import { reportOf } from '../../core/report/study/reportOf.js';
import type { Arguments } from '../arguments.js';
import { type ExitCode, type Io, writeJson } from '../io.js';
import { didYouMean, nearest } from '../near.js';
import { writeOut } from '../outFile.js';
import { Refusal } from '../refusal.js';
import { plain } from '../table.js';
import { runVerb, type Verb } from '../verb.js';

export const verb: Verb = {
  name: 'report',
  summary: 'Write a report of the study: sample, method, themes with quotations, codebook, history, COREQ.',
  leaving: 'follows',
  options: {
    format: { value: 'FORMAT', help: `${REPORT_FORMATS.join(', ')}; what FILE ends in, or md, without it.` },
    out: { value: 'FILE', help: 'Write into this file; to the terminal without it. docx needs one.' },
    force: { help: 'Replace FILE if it is there.' },
  },
  notes: [
    'html is one file that opens offline and prints; docx opens in Word. The same study at the same version gives the same',
    'bytes. What only people know of COREQ stands in paper/coreq.md, below headings that begin with the number of an item.',
    'verbatim report check compares the numbers in a manuscript with the data.',
  ],
  examples: [
    ['', 'the report in the terminal, as Markdown'],
    ['--out report.html', 'for a browser and for printing'],
    ['--out report.docx --force', 'for Word, again'],
  ],
  exits: ['The report was written.', undefined, 'Refused; nothing was written.'],
};

/** `verbatim report` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async ({ args: given, study, root, json }) => {
    const format = formatOf(given);
    const internal = given.has('internal');
    const out = given.one('out');
    if (out === undefined && given.has('force'))
      throw new Refusal('arguments', '--force goes with --out.', 'Add --out FILE.');
    if (out === undefined && format === 'docx')
      throw new Refusal('arguments', 'A file for Word cannot be printed.', 'Add --out FILE.docx.');
    const document = atOnce(reportOf(await readReportSources(study, { internal })));
    const content = format === 'docx' ? await documentDocx(document) : documentText(document, format);
    if (out !== undefined) writeOut({ study, root, cwd: io.cwd }, out, content, given.has('force'));
    if (json) writeJson(io, { format, ...(out === undefined ? { text: content } : { out }) });
    else if (out !== undefined) io.stdout(`Wrote the report to ${plain(out)}.\n`);
    else if (typeof content === 'string') io.stdout(content);
    return 0;
  });
}

function formatOf(args: Arguments): ReportFormat {
  const named = args.one('format')?.toLowerCase();
  const ending = /\.([a-z]+)$/i.exec(args.one('out') ?? '')?.[1]?.toLowerCase();
  if (named === undefined) return REPORT_FORMATS.find(format => format === ending) ?? 'md';
  const format = REPORT_FORMATS.find(each => each === named);
  if (format !== undefined) return format;
  const remedy = didYouMean(nearest(named, REPORT_FORMATS), `The formats are ${REPORT_FORMATS.join(', ')}.`);
  throw new Refusal('arguments', `There is no format “${named}”.`, remedy);
}
