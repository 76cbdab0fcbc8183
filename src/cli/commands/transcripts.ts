import { CorpusReader } from '../../core/analysis/corpus/corpusReader.js';
import { RELEVANCES, type Relevance } from '../../core/analysis/relevance.js';
import { type TranscriptRow, transcriptReport } from '../../core/analysis/transcriptReport.js';
import { atOnce } from '../../core/pieces.js';
import { NOTHING_HELD } from '../../core/report/disclosure/heldBack.js';
import { publicCorpus } from '../../core/report/disclosure/publicCorpus.js';
import { publicTranscripts } from '../../core/report/disclosure/publicTranscripts.js';
import { heldBackEnd, heldBackJson } from '../disclosure.js';
import { type ExitCode, type Io, writeAll, writeJson } from '../io.js';
import { countOf, perCoder } from '../phrases.js';
import { type Column, formatTable } from '../table.js';
import { runVerb, type Verb } from '../verb.js';

export const verb: Verb = {
  name: 'transcripts',
  leaving: 'follows',
  summary: 'List the transcripts: kind, participants, speakers, codings, how far each coder has come.',
  options: {},
  notes: [
    'Speakers come with their turns and words; those who are not declared participants, such as interviewers, stand in',
    'parentheses. STATE AND SHARE says of each coder how far they have come: unread, read, coded (coding has begun) or',
    'done (the coder says so), and how much of what participants say they have coded. NOTES counts notes without a code,',
    'IN DOUBT codings that have no certain place in today’s text. verbatim transcripts move OLD NEW renames a transcript.',
    'Where the study has a code with the class .scope, SCOPE says whether a transcript is unread, irrelevant (read, and',
    'nothing marked) or relevant, with the share of what participants say that is in scope; shares coded are those of it.',
  ],
  examples: [
    ['', 'the transcripts of the study in the current folder'],
    ['--study samples/peer-support --json', 'the same for another study, for a program'],
  ],
  exits: ['The list was printed.', undefined, 'The study cannot be read.'],
};

/** `verbatim transcripts` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async ({ study, json, policy }) => {
    const inside = await transcriptReport(study);
    const { rows, held } =
      policy === undefined
        ? { rows: inside, held: NOTHING_HELD }
        : publicTranscripts(inside, atOnce(publicCorpus(await new CorpusReader(study).read())), policy.smallestCell);
    const sum = (figure: (row: TranscriptRow) => number): number => rows.reduce((total, row) => total + figure(row), 0);
    const scope = scopeCounts(rows);
    const counts = {
      transcripts: rows.length,
      codings: sum(row => row.codings),
      inDoubt: sum(row => row.inDoubt),
      scope: scope ?? null,
    };
    if (json) writeJson(io, { transcripts: rows.map(toJson), counts, ...heldBackJson(held) });
    else {
      if (rows.length > 0) io.stdout(`${formatTable(COLUMNS, rows.flatMap(toCells))}\n`);
      io.stdout(
        `${countOf(counts.transcripts, 'transcript')}, ${countOf(counts.codings, 'coding')}, ${counts.inDoubt} in doubt.\n`,
      );
      if (scope !== undefined)
        io.stdout(`${RELEVANCES.map(relevance => `${scope[relevance]} ${relevance}`).join(', ')}.\n`);
      writeAll(io, heldBackEnd(held));
    }
    return 0;
  });
}

/** How many transcripts are relevant, irrelevant and unread; undefined where the study has no scope. */
function scopeCounts(rows: readonly TranscriptRow[]): Record<Relevance, number> | undefined {
  if (!rows.some(({ relevance }) => relevance !== undefined)) return undefined;
  const counts = { relevant: 0, irrelevant: 0, unread: 0 };
  for (const { relevance } of rows) if (relevance !== undefined) counts[relevance]++;
  return counts;
}

function toJson(row: TranscriptRow) {
  return {
    transcript: row.path,
    missing: row.missing,
    kind: row.kind ?? null,
    participants: row.participants,
    speakers: row.speakers.map(each => ({ ...each, participant: each.participant ?? null })),
    codings: row.codings,
    coders: Object.fromEntries(row.coders),
    inDoubt: row.inDoubt,
    scope: row.relevance ?? null,
    scopeShare: row.scopeShare === undefined ? null : Number(row.scopeShare.toFixed(4)),
    progress: Object.fromEntries(
      row.progress.map(({ coder, state, share, codings, notes, inDoubt }) => [
        coder,
        { state, share: Number(share.toFixed(4)), codings, notes, inDoubt },
      ]),
    ),
  };
}

const COLUMNS: readonly Column[] = [
  { title: 'TRANSCRIPT' },
  { title: 'KIND', longest: 18 },
  { title: 'PARTICIPANTS', longest: 24 },
  { title: 'SPEAKER', longest: 20 },
  { title: 'TURNS', right: true },
  { title: 'WORDS', right: true },
  { title: 'CODINGS', longest: 24 },
  { title: 'SCOPE', optional: true },
  { title: 'STATE AND SHARE', longest: 36, optional: true },
  { title: 'NOTES', longest: 24, optional: true },
  { title: 'IN DOUBT', right: true, optional: true },
];

/** One line a speaker; what belongs to the transcript stands on the first. */
function toCells(row: TranscriptRow): string[][] {
  const kind = row.missing ? '(missing)' : (row.kind ?? '');
  const codings = row.codings === 0 ? '0' : perCoder(row.coders);
  const doubt = row.inDoubt === 0 ? '' : String(row.inDoubt);
  const speakers = row.speakers.map(({ speaker, turns, words, participant }) => [
    participant === undefined ? `(${speaker})` : speaker,
    String(turns),
    String(words),
  ]);
  const [first = ['', '', ''], ...others] = speakers;
  return [
    [row.path, kind, row.participants.join(', '), ...first, codings, scopeCell(row), ...progressCells(row), doubt],
    ...others.map(cells => ['', '', '', ...cells]),
  ];
}

function scopeCell({ relevance, scopeShare }: TranscriptRow): string {
  if (relevance !== 'relevant' || scopeShare === undefined) return relevance ?? '';
  return `relevant ${Math.round(scopeShare * 100)}%`;
}

/** State with share coded, `EA done 34%, MB read`, and notes. */
function progressCells({ progress }: TranscriptRow): string[] {
  const states = progress.map(({ coder, state, codings, share }) =>
    codings === 0 ? `${coder} ${state}` : `${coder} ${state} ${Math.round(share * 100)}%`,
  );
  const notes = progress.filter(each => each.notes > 0).map(each => `${each.coder} ${each.notes}`);
  return [states.join(', '), notes.join(', ')];
}
