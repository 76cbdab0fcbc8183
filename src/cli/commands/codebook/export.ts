import { ENDING, EXPORT_FORMATS, type ExportFormat, writeCodebookFile } from '../../../core/exchange/formats.js';
import { exchangeOf } from '../../../core/exchange/fromCodebook.js';
import { groupRemarks } from '../../../core/exchange/remarks.js';
import { assertMayLeave } from '../../../core/report/disclosure/codebookText.js';
import type { Arguments } from '../../arguments.js';
import { type ExitCode, type Io, writeJson } from '../../io.js';
import { writeOut } from '../../outFile.js';
import { countOf, entriesOf } from '../../phrases.js';
import { Refusal } from '../../refusal.js';
import { remarkLines } from '../../remarks.js';
import { plain } from '../../table.js';
import { runVerb, type Verb } from '../../verb.js';

export const verb: Verb = {
  name: 'codebook export',
  leaving: 'follows',
  summary: 'Write the codebook as REFI-QDA, CSV or a Markdown table.',
  options: {
    format: { value: 'FORMAT', help: 'qdc, csv, md or taguette; md, or what FILE ends in, without it.' },
    out: { value: 'FILE', help: 'Write into this file; to the terminal without it.' },
    force: { help: 'Replace FILE if it is there.' },
  },
  notes: [
    'What a format cannot hold is said on stderr. A .qdc is valid against the published REFI-QDA schema; csv has a byte',
    'order mark for spreadsheets, and an apostrophe before what they would take for a formula.',
  ],
  examples: [
    ['--format qdc --out codebook.qdc', 'for other programs'],
    ['--format csv --out codebook.csv', 'for a spreadsheet'],
    ['--format taguette --out tags.csv', 'for Taguette: tag and description'],
  ],
  exits: ['The codebook was written; what did not fit is on stderr.', undefined, 'Refused; nothing was written.'],
};

/** `verbatim codebook export` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async ({ args, study, root, json, policy }) => {
    const format = formatOf(args);
    const out = args.one('out');
    if (out === undefined && args.has('force'))
      throw new Refusal('arguments', '--force goes with --out.', 'Add --out FILE.');
    const { text, losses } = writeCodebookFile(exchangeOf(study.codebook), format);
    if (policy !== undefined) assertMayLeave(study, text);
    if (out !== undefined) writeOut({ study, root, cwd: io.cwd }, out, text, args.has('force'));
    const counts = { entries: study.codebook.entries.length };
    if (json) {
      const content = out === undefined ? { text } : { out };
      writeJson(io, { format, ...content, losses: groupRemarks(losses), counts });
    } else if (out === undefined) io.stdout(text);
    else io.stdout(`Wrote ${entriesOf(counts.entries)} to ${plain(out)}.\n`);
    const faults = study.codebook.problems.filter(({ severity }) => severity !== 'hint').length;
    if (faults > 0)
      io.stderr(
        `Hint: codebook.md has ${countOf(faults, 'problem')}, so something in it may be missing here.\n  verbatim check names them.\n`,
      );
    if (losses.length > 0) io.stderr(`Not everything fits into this format:\n${remarkLines(losses)}`);
    return 0;
  });
}

function formatOf(args: Arguments): ExportFormat {
  const named = args.one('format')?.toLowerCase();
  const ending = /\.([a-z]+)$/i.exec(args.one('out') ?? '')?.[1]?.toLowerCase();
  if (named === undefined) return EXPORT_FORMATS.find(format => ENDING[format] === ending) ?? 'md';
  const format = EXPORT_FORMATS.find(each => each === named);
  if (format !== undefined) return format;
  throw new Refusal('arguments', `There is no format “${named}”.`, `The formats are ${EXPORT_FORMATS.join(', ')}.`);
}
