import { CorpusReader } from '../../core/analysis/corpus/corpusReader.js';
import { type ExcerptFilter, excerptReport } from '../../core/analysis/excerptReport.js';
import { inDoubt, noOutcomes } from '../../core/analysis/outcomes.js';
import { answerRow } from '../../core/report/answer/rows.js';
import { withHeldBack } from '../../core/report/disclosure/atEnd.js';
import { type HeldBack, heldBackStatement, NOTHING_HELD } from '../../core/report/disclosure/heldBack.js';
import { formatCsv } from '../../core/report/excerpts/csv.js';
import { formatMarkdown } from '../../core/report/excerpts/markdown.js';
import { type ExcerptRow, rowOf } from '../../core/report/excerpts/row.js';
import { speakerKey } from '../../core/transcript/names.js';
import { codeIds } from '../codeIds.js';
import { heldBackEnd, heldBackJson, leavingOf, sayHeldBack } from '../disclosure.js';
import { formatText } from '../excerpts/text.js';
import { formatIn } from '../formats.js';
import { type ExitCode, type Io, writeAll, writeJson } from '../io.js';
import { codersOf, findName, findTranscript } from '../names.js';
import { countOf } from '../phrases.js';
import { plain } from '../table.js';
import { type Call, runVerb, type Verb } from '../verb.js';

export const verb: Verb = {
  name: 'excerpts',
  leaving: 'follows',
  summary: 'List coded passages by code, theme, coder, speaker or transcript.',
  options: {
    code: { value: 'ID', multiple: true, help: 'Only this code: its id, a former id or its title.' },
    theme: { value: 'ID', multiple: true, help: 'Only codes in this theme: its id or title.' },
    coder: { value: 'NAME', multiple: true, help: 'Only codings of this coder.' },
    speaker: { value: 'LABEL', multiple: true, help: 'Only where this speaker speaks.' },
    transcript: { value: 'FILE', multiple: true, help: 'Only from this transcript.' },
    csv: { help: 'Print CSV (RFC 4180, UTF-8).' },
    md: { help: 'Print a Markdown document, one block quote an excerpt.' },
  },
  notes: [
    'Several values of one option let any of them through; --code and --theme add up. In CSV a cell that a spreadsheet',
    'would take for a formula (it begins with = + - @, a tab or a line end) gets an apostrophe in front.',
  ],
  examples: [
    ['--code hope --code own-story --speaker PP3', 'what PP3 says under two codes'],
    ['--theme culture --csv > culture.csv', 'a theme as a table'],
    ['--coder EA --md > excerpts.md', 'a coder’s excerpts as a document'],
  ],
  exits: [
    'The list was printed, be it empty.',
    undefined,
    'A code, theme, coder or transcript is not known, or the study cannot be read.',
  ],
};

/** `verbatim excerpts` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async call => {
    const { study, policy } = call;
    const format = formatIn(call.args);
    const filter = filterOf(call);
    const report = await excerptReport(study, filter);
    if (policy === undefined) {
      hint(io, filter, report);
      const rows = report.excerpts.map(excerpt => rowOf(study, excerpt));
      print(io, rows, format);
      return 0;
    }
    const inside = await new CorpusReader(study).read();
    const { of, held } = leavingOf(inside, policy);
    const byCoding = new Map([...inside.excerpts()].map(excerpt => [excerpt.coding, of(excerpt)]));
    const found = report.excerpts.flatMap(({ coding }) => byCoding.get(coding) ?? []);
    print(
      io,
      found.map(excerpt => answerRow(study, excerpt)),
      format,
      held,
    );
    return 0;
  });
}

function print(io: Io, rows: readonly ExcerptRow[], format: string | undefined, held: HeldBack = NOTHING_HELD): void {
  if (format === 'csv') {
    writeAll(io, formatCsv(rows));
    sayHeldBack(io, held);
  } else if (format === 'md') writeAll(io, withHeldBack(formatMarkdown(rows), heldBackStatement(held)));
  else {
    const outcomes = noOutcomes();
    for (const row of rows) {
      outcomes[row.outcome]++;
      if (row.settled) outcomes.settled++;
    }
    if (format === 'json')
      writeJson(io, { excerpts: rows, counts: { excerpts: rows.length, ...outcomes }, ...heldBackJson(held) });
    else {
      const doubtful = inDoubt(outcomes);
      writeAll(io, formatText(rows));
      io.stdout(`${countOf(rows.length, 'excerpt')}${doubtful === 0 ? '' : `, ${doubtful} in doubt`}.\n`);
      writeAll(io, heldBackEnd(held));
    }
  }
}

function filterOf({ args, study, root, io }: Call): ExcerptFilter {
  const coders = args.all('coder').map(name => findName('coder', name, codersOf(study)));
  const coded = new Set(study.transcriptPaths());
  const known = (path: string): boolean => coded.has(path);
  const transcripts = args.all('transcript').map(name => findTranscript(study, { root, cwd: io.cwd }, name, known));
  return {
    ...(args.has('code') || args.has('theme') ? { codes: codeIds(study, args.all('code'), args.all('theme')) } : {}),
    ...(args.has('coder') ? { coders: new Set(coders) } : {}),
    ...(args.has('speaker') ? { speakers: new Set(args.all('speaker')) } : {}),
    ...(args.has('transcript') ? { transcripts: new Set(transcripts) } : {}),
  };
}

function hint(io: Io, filter: ExcerptFilter, report: { withoutSpeaker: number; speakers: readonly string[] }): void {
  if (filter.speakers === undefined) return;
  const there = new Set(report.speakers.map(speakerKey));
  for (const label of filter.speakers) {
    if (there.has(speakerKey(label))) continue;
    const speakers =
      report.speakers.length === 0 ? 'nobody does' : `these do: ${report.speakers.slice(0, 12).join(', ')}`;
    io.stderr(`Hint: “${plain(label)}” does not speak in these excerpts; ${plain(speakers)}.\n`);
  }
  if (report.withoutSpeaker > 0) {
    io.stderr(
      `Hint: ${countOf(report.withoutSpeaker, 'coding')} in doubt left out, as nobody knows who speaks there.\n`,
    );
  }
}
