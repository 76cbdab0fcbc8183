import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { LARGEST_FILE, tooLarge } from '../../../core/exchange/decode.js';
import { readCodebookFile } from '../../../core/exchange/formats.js';
import type { Difference } from '../../../core/exchange/into/compare.js';
import {
  type DifferingEntry,
  type ImportReport,
  importCodebook,
  type ReportEntry,
} from '../../../core/exchange/into/import.js';
import type { Remark } from '../../../core/exchange/model.js';
import type { ReadFile } from '../../../core/exchange/qdc/read.js';
import { groupRemarks } from '../../../core/exchange/remarks.js';
import { CODEBOOK_FILE } from '../../../core/study/layout.js';
import { shorten } from '../../../core/text/shorten.js';
import { type ExitCode, type Io, writeJson } from '../../io.js';
import { findEntry } from '../../names.js';
import { entriesOf } from '../../phrases.js';
import { Refusal } from '../../refusal.js';
import { remarkLines } from '../../remarks.js';
import { plain } from '../../table.js';
import { type Call, runVerb, type Verb } from '../../verb.js';

export const verb: Verb = {
  name: 'codebook import',
  leaving: 'team',
  summary: 'Take themes and codes over from a file of another program or study.',
  positionals: 'FILE',
  writes: true,
  options: {
    under: { value: 'THEME', help: 'Put what stands at the top of FILE into this theme: its id or title.' },
    update: { help: 'Let entries that are there already take over what FILE says of them.' },
    'dry-run': { help: 'Say what would be done, and change nothing.' },
  },
  notes: [
    'FILE is REFI-QDA (.qdc, .qde), CSV (ours, Taguette’s, qcoder’s, lists with categories), a Markdown table, a codebook.md,',
    'or QualCoder’s list of codes (.txt). What is there already is found by id, GUID, or title under the same theme, and',
    'keeps its place. An update replaces titles, definitions, colours and phases, and takes nothing else away.',
  ],
  examples: [
    ['codebook.qdc --dry-run', 'see what a file of another program would bring'],
    ['tags.csv --under culture', 'put Taguette’s tags into a theme'],
    ['codebook.csv --update', 'take back a table that was edited in a spreadsheet'],
  ],
  exits: [
    'Everything in FILE is in the codebook now.',
    'Done, but something in FILE was changed, left out, or differs from the codebook; the report says what.',
    'Refused; nothing was written.',
  ],
};

/** `verbatim codebook import` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async call => {
    const { args, study } = call;
    const file = read(call);
    const under = args.one('under');
    const options = {
      ...(under !== undefined && { under: findEntry(study, 'entry', under).id }),
      update: args.has('update'),
      used: new Set(study.index.usedCodes()),
    };
    let report: ImportReport | undefined;
    const edits = (text: string | undefined) => {
      const result = importCodebook(text, file.book, options);
      report = result.report;
      return result.edits;
    };
    if (args.has('dry-run')) edits(await study.textOf(CODEBOOK_FILE));
    else await study.update(CODEBOOK_FILE, edits);
    if (report === undefined) throw new Error('The codebook was not looked at.');
    const remarks = [...file.remarks, ...report.remarks];
    print(call, report, remarks);
    const differs = report.differing.some(({ changes }) => changes.some(({ updated }) => !updated));
    return differs || remarks.some(({ isNote }) => isNote !== true) ? 1 : 0;
  });
}

function read({ args, io }: Call): ReadFile {
  const [name] = args.positionals;
  if (name === undefined || name === '')
    throw new Refusal('arguments', 'No file is named.', 'Write verbatim codebook import FILE.');
  const file = path.resolve(io.cwd, name);
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw new Refusal('missing-file', `There is no file ${name}.`, 'Name the file to import.');
  if (stat.size > LARGEST_FILE) throw tooLarge(path.basename(name));
  return readCodebookFile(path.basename(name), bytesOf(file, name));
}

function bytesOf(file: string, name: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new Refusal('missing-file', `${name} cannot be read${code}.`, 'Check that you may read it.');
  }
}

function print({ args, json, io }: Call, report: ImportReport, remarks: readonly Remark[]): void {
  const { added, same, differing } = report;
  const dryRun = args.has('dry-run');
  const updated = differing.filter(each => each.updated).length;
  const counts = { added: added.length, same: same.length, differing: differing.length, updated };
  if (json) {
    writeJson(io, { dryRun, added, same, differing, remarks: groupRemarks(remarks), counts });
    return;
  }
  io.stdout(summary(report, dryRun));
  for (const entry of added) io.stdout(`  + ${describe(entry)}\n`);
  const updatedOnes = differing.filter(each => each.updated);
  if (updatedOnes.length > 0) io.stdout(dryRun ? '\nWould update:\n' : '\nUpdated:\n');
  for (const entry of updatedOnes) io.stdout(`  * ${describe(entry)}\n${changeLines(entry)}`);
  const leftOnes = differing.filter(each => !each.updated);
  if (leftOnes.length > 0) {
    io.stdout('\nLeft as they are, because the codebook and the file differ');
    io.stdout(args.has('update') ? ':\n' : ' (--update takes over what the file says):\n');
  }
  for (const entry of leftOnes) io.stdout(`  = ${describe(entry)}\n${changeLines(entry)}`);
  const notes = remarks.filter(({ isNote }) => isNote);
  const others = remarks.filter(({ isNote }) => isNote !== true);
  if (notes.length > 0) io.stdout(`\nHow the file was read:\n${remarkLines(notes)}`);
  if (others.length > 0) io.stdout(`\nLeft out or changed on the way:\n${remarkLines(others)}`);
}

function summary({ added, same, differing }: ImportReport, dryRun: boolean): string {
  const updated = differing.filter(each => each.updated).length;
  const left = differing.length - updated;
  const parts = [
    `${dryRun ? 'Would add' : 'Added'} ${entriesOf(added.length)}`,
    ...(updated > 0 ? [`${dryRun ? 'update' : 'updated'} ${updated}`] : []),
    ...(left > 0
      ? [`${dryRun ? 'leave' : 'left'} ${left} that ${left === 1 ? 'differs as it is' : 'differ as they are'}`]
      : []),
    `${entriesOf(same.length)} there already and the same`,
  ];
  return `${parts.join('; ')}.\n`;
}

const LONGEST_LEFT = 100;

/** A line for each field: what was replaced is shown in full, for the codebook no longer has it. */
function changeLines({ changes }: DifferingEntry): string {
  const said = (texts: readonly string[], longest = Number.POSITIVE_INFINITY): string =>
    texts.length === 0 ? 'nothing' : texts.map(text => `“${shorten(text, longest)}”`).join(', ');
  return changes
    .map(({ field, here, there, updated }) => {
      const what = updated
        ? ADDING.includes(field)
          ? `added ${said(there)}`
          : `${said(here)} → ${said(there)}`
        : field === 'place'
          ? `left ${here.length === 0 ? 'at the top' : `in ${said(here)}`}; in the file ${there.length === 0 ? 'at the top' : `in ${said(there)}`}`
          : `left; here ${said(here, LONGEST_LEFT)}, in the file ${said(there, LONGEST_LEFT)}`;
      return `      ${field}: ${plain(what)}\n`;
    })
    .join('');
}

/** Fields of which an update takes nothing away. */
const ADDING: readonly Difference[] = ['classes', 'former ids', 'include', 'exclude', 'example', 'notes'];

function describe({ path: above, title, id, kind }: ReportEntry): string {
  return `${[...above, title].map(plain).join(' / ')}  [${plain(id)}]${kind === 'theme' ? ' (theme)' : ''}`;
}
