import { type CodeRow, codeReport } from '../../core/analysis/codeReport.js';
import { CorpusReader } from '../../core/analysis/corpus/corpusReader.js';
import { assertMayLeave } from '../../core/report/disclosure/codebookText.js';
import type { Study } from '../../core/study/study.js';
import { heldBackEnd, heldBackJson, leavingOf } from '../disclosure.js';
import { type ExitCode, type Io, writeAll, writeJson } from '../io.js';
import { countOf, perCoder } from '../phrases.js';
import { type Column, formatTable } from '../table.js';
import { runVerb, type Verb } from '../verb.js';

export const verb: Verb = {
  name: 'codes',
  leaving: 'follows',
  summary: 'List themes and codes with codings, participants and transcripts.',
  options: { was: { help: 'Show under each code the former ids that its codings were made with.' } },
  notes: [
    'Codings made with a former id count for the code that it is today; a theme counts what is coded with any code in it.',
    'Codes that mark what is in scope (class .scope) are listed and counted apart, and count for no theme.',
    'Participants are the declared ones who speak in the excerpts; interviewers are not counted.',
  ],
  examples: [
    ['', 'the codebook of the study in the current folder, with figures'],
    ['--was', 'the same, with what merged and renamed codes were'],
    ['--study samples/peer-support --json', 'the same for another study, for a program'],
  ],
  exits: ['The list was printed.', undefined, 'The study cannot be read.'],
};

/** `verbatim codes` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async ({ study, json, args, policy }) => {
    const was = (row: CodeRow): MadeWith[] => (args.has('was') ? madeWith(study, row) : []);
    const open = leavingOf(await new CorpusReader(study).read(), policy);
    const rows = codeReport(open.corpus);
    const named = rows.flatMap(row => [row.title ?? '', row.id, ...madeWith(study, row).map(({ id }) => id)]);
    if (policy !== undefined) assertMayLeave(study, named.join('\n'));
    const number = (kind: CodeRow['kind'], isScope = false): number =>
      rows.filter(row => row.kind === kind && row.isScope === isScope).length;
    const doubtful = rows.filter(row => row.kind !== 'theme').reduce((sum, row) => sum + row.inDoubt, 0);
    const counts = {
      themes: number('theme'),
      codes: number('code'),
      scopeCodes: number('code', true),
      unknown: number('unknown'),
      codings: study.index.size,
      inDoubt: doubtful,
    };
    if (json)
      writeJson(io, {
        codes: rows.map(row => ({ ...toJson(row), ...(args.has('was') && { was: was(row) }) })),
        counts,
        ...heldBackJson(open.held),
      });
    else {
      if (rows.length > 0)
        io.stdout(
          `${formatTable(
            COLUMNS,
            rows.flatMap(row => [toCells(row), ...was(row).map(each => wasCells(row, each))]),
          )}\n`,
        );
      const unknown = counts.unknown === 0 ? '' : `, ${countOf(counts.unknown, 'unknown code')}`;
      const scope = counts.scopeCodes === 0 ? '' : `, ${countOf(counts.scopeCodes, 'scope code')}`;
      io.stdout(`${countOf(counts.themes, 'theme')}, ${countOf(counts.codes, 'code')}${scope}${unknown}; `);
      io.stdout(`${countOf(counts.codings, 'coding')}, ${counts.inDoubt} in doubt.\n`);
      writeAll(io, heldBackEnd(open.held));
    }
    return 0;
  });
}

/** An id that codings of a code were made with, and how many. */
interface MadeWith {
  readonly id: string;
  readonly codings: number;
}

/** The ids that the codings of a code were made with, its own first; none where that is its own alone. */
function madeWith(study: Study, { kind, id }: CodeRow): MadeWith[] {
  const entry = kind === 'code' ? study.entry(id) : undefined;
  if (entry === undefined || entry.id !== id) return [];
  const used = study.idsOf(entry).map(each => ({ id: each, codings: study.index.count(each) }));
  const found = used.filter(({ codings }) => codings > 0);
  return found.some(each => each.id !== id) ? found : [];
}

function toJson(row: CodeRow) {
  return {
    id: row.id,
    title: row.title ?? null,
    kind: row.kind,
    isScope: row.isScope,
    themePath: row.themePath,
    codings: row.codings,
    coders: Object.fromEntries(row.coders),
    inDoubt: row.inDoubt,
    participants: row.participants.length,
    participantIds: row.participants,
    transcripts: row.transcripts.length,
    transcriptPaths: row.transcripts,
  };
}

const COLUMNS: readonly Column[] = [
  { title: 'THEME OR CODE', longest: 38 },
  { title: 'ID' },
  { title: 'KIND' },
  { title: 'CODINGS', right: true },
  { title: 'BY CODER', longest: 20 },
  { title: 'PARTICIPANTS', right: true },
  { title: 'TRANSCRIPTS', right: true },
  { title: 'IN DOUBT', right: true, optional: true },
];

function toCells(row: CodeRow): string[] {
  return [
    `${'  '.repeat(row.themePath.length)}${row.title ?? '(not in the codebook)'}`,
    row.id,
    row.isScope && row.kind === 'code' ? 'scope' : row.kind,
    String(row.codings),
    perCoder(row.coders),
    String(row.participants.length),
    String(row.transcripts.length),
    row.inDoubt === 0 ? '' : String(row.inDoubt),
  ];
}

function wasCells(row: CodeRow, { id, codings }: MadeWith): string[] {
  return [`${'  '.repeat(row.themePath.length + 1)}made as`, id, '', String(codings)];
}
