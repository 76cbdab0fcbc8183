import { type TranscriptRow, transcriptReport } from '../../core/analysis/transcriptReport.js';
import { type ExitCode, type Io, writeJson } from '../io.js';
import { countOf, perCoder } from '../phrases.js';
import { type Column, formatTable } from '../table.js';
import { runVerb, type Verb } from '../verb.js';

export const verb: Verb = {
  name: 'transcripts',
  summary: 'List the transcripts: kind, participants, speakers, codings.',
  options: {},
  notes: [
    'Speakers come with their turns and words; those who are not declared participants, such as interviewers, stand in',
    'parentheses. IN DOUBT counts codings that have no certain place in today’s text.',
  ],
  examples: [
    ['', 'the transcripts of the study in the current folder'],
    ['--study samples/peer-support --json', 'the same for another study, for a program'],
  ],
  exits: ['The list was printed.', undefined, 'The study cannot be read.'],
};

/** `verbatim transcripts` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async ({ study, json }) => {
    const rows = await transcriptReport(study);
    const sum = (figure: (row: TranscriptRow) => number): number => rows.reduce((total, row) => total + figure(row), 0);
    const counts = { transcripts: rows.length, codings: sum(row => row.codings), inDoubt: sum(row => row.inDoubt) };
    if (json) writeJson(io, { transcripts: rows.map(toJson), counts });
    else {
      if (rows.length > 0) io.stdout(`${formatTable(COLUMNS, rows.flatMap(toCells))}\n`);
      io.stdout(
        `${countOf(counts.transcripts, 'transcript')}, ${countOf(counts.codings, 'coding')}, ${counts.inDoubt} in doubt.\n`,
      );
    }
    return 0;
  });
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
  { title: 'IN DOUBT', right: true, optional: true },
];

/** One line a speaker; what belongs to the transcript stands on the first. */
function toCells(row: TranscriptRow): string[][] {
  const kind = row.missing ? '(missing)' : (row.kind ?? '');
  const codings = row.codings === 0 ? '0' : perCoder(row.coders);
  const speakers = row.speakers.map(({ speaker, turns, words, participant }) => [
    participant === undefined ? `(${speaker})` : speaker,
    String(turns),
    String(words),
  ]);
  const [first = ['', '', ''], ...others] = speakers;
  return [
    [row.path, kind, row.participants.join(', '), ...first, codings, row.inDoubt === 0 ? '' : String(row.inDoubt)],
    ...others.map(cells => ['', '', '', ...cells]),
  ];
}
