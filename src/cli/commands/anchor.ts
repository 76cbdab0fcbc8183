import { withPlacesElsewhere } from '../../core/analysis/anchorElsewhere.js';
import { type AnchorFilter, type AnchorRow, anchorReport } from '../../core/analysis/anchorReport.js';
import { codersOf } from '../../core/analysis/coderFigures.js';
import { isDoubtful, isSettled, noOutcomes, type OutcomeCounts } from '../../core/analysis/outcomes.js';
import { OUTCOMES, type Outcome } from '../../core/anchoring/resolution.js';
import { JsonList } from '../../core/report/json.js';
import { refresh } from '../anchor/refresh.js';
import { toJson } from '../anchor/row.js';
import { formatRows } from '../anchor/text.js';
import { codeIds } from '../codeIds.js';
import { type ExitCode, type Io, writeAll, writeJson } from '../io.js';
import { findName, findTranscript } from '../names.js';
import { didYouMean, nearest } from '../near.js';
import { countOf } from '../phrases.js';
import { Refusal } from '../refusal.js';
import { type Call, runVerb, type Verb } from '../verb.js';

export const verb: Verb = {
  name: 'anchor',
  leaving: 'team',
  summary: 'Say where every coding is in today’s transcripts; --refresh moves them to today’s version.',
  positionals: '[TRANSCRIPT…]',
  mostPositionals: Number.POSITIVE_INFINITY,
  writes: args => args.has('refresh') && !args.has('dry-run'),
  options: {
    coder: { value: 'NAME', multiple: true, help: 'Only codings and notes of this coder.' },
    code: { value: 'ID', multiple: true, help: 'Only codings with this code: its id, a former id or its title.' },
    outcome: { value: 'OUTCOME', multiple: true, help: `List only these: ${OUTCOMES.join(', ')}.` },
    all: { help: 'List the exact and the relocated ones too, which need no look.' },
    refresh: { help: 'Write today’s place and version into the lines of all that have a certain place.' },
    'dry-run': { help: 'With --refresh: say what it would do, and write nothing.' },
  },
  notes: [
    'exact: same words, same place. relocated: same words elsewhere. changed: the wording was edited, the place is certain.',
    'ambiguous: several places fit. orphan: the passage is gone. Nothing is written without --refresh; with it lines keep',
    'their quote where the wording changed, ambiguous and orphan ones stay as they are, and transcripts are never written.',
    'Colleagues who share a branch each refresh their own (--coder), so that nobody’s work meets in a merge.',
  ],
  examples: [
    ['', 'what needs a look in the study in the current folder'],
    ['transcripts/pp-03.md --all', 'all codings of a transcript'],
    ['--outcome orphan --json', 'what is gone, for a program'],
    ['--refresh --coder EA', 'move EA’s codings to today’s version of the transcripts'],
  ],
  exits: [
    'Everything that was listed, or left by --refresh, has a certain place.',
    'Something is ambiguous or an orphan.',
    'A name is not known, or the study cannot be read or written; nothing was written.',
  ],
};

/** `verbatim anchor` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async call => {
    refuseMixed(call);
    const filter = filterOf(call);
    return call.args.has('refresh') ? refresh(call, filter) : report(call, filter);
  });
}

async function report({ study, args, json, io }: Call, filter: AnchorFilter): Promise<ExitCode> {
  const wanted = outcomesOf(args.all('outcome'), json || args.has('all'));
  const lists = { coding: new JsonList(), note: new JsonList() };
  const codings = noOutcomes();
  const notes = noOutcomes();
  let older = 0;
  let doubtful = 0;
  const list = (rows: readonly AnchorRow[]): void => {
    if (json) for (const row of rows) lists[row.kind].add(toJson(study, row));
    else writeAll(io, formatRows(study, rows));
  };
  // What is gone may have gone to another transcript: that is looked for once, for all of them.
  const gone: AnchorRow[] = [];
  for await (const rows of anchorReport(study, filter)) {
    for (const row of rows) {
      const counts = row.kind === 'coding' ? codings : notes;
      counts[row.outcome]++;
      if (isSettled(row.record, row.outcome)) counts.settled++;
      if (row.isOlder) older++;
    }
    const listed = rows.filter(row => wanted.has(row.outcome));
    doubtful += listed.filter(row => isDoubtful(row.record, row.outcome)).length;
    gone.push(...listed.filter(({ outcome }) => outcome === 'orphan'));
    list(listed.filter(({ outcome }) => outcome !== 'orphan'));
  }
  const found = await withPlacesElsewhere(study, gone);
  for (const transcript of new Set(found.map(row => row.transcript))) {
    list(found.filter(row => row.transcript === transcript));
  }
  const counts = { codings: total(codings), ...codings, notes: total(notes), older };
  if (json) writeJson(io, { codings: lists.coding, notes: lists.note, counts });
  else writeSummary(io, codings, notes, older, wanted);
  return doubtful > 0 ? 1 : 0;
}

const total = (counts: OutcomeCounts): number => OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
const fare = (counts: OutcomeCounts): string => OUTCOMES.map(outcome => `${counts[outcome]} ${outcome}`).join(', ');

function writeSummary(
  io: Io,
  codings: OutcomeCounts,
  notes: OutcomeCounts,
  older: number,
  wanted: ReadonlySet<Outcome>,
): void {
  io.stdout(`${countOf(total(codings), 'coding')}: ${fare(codings)}.\n`);
  if (total(notes) > 0) io.stdout(`${countOf(total(notes), 'note')}: ${fare(notes)}.\n`);
  const unlisted = OUTCOMES.filter(outcome => !wanted.has(outcome));
  const hidden = unlisted.reduce((sum, outcome) => sum + codings[outcome] + notes[outcome], 0);
  if (hidden > 0) io.stdout(`${hidden} not listed (${unlisted.join(', ')}): see --all.\n`);
  if (older > 0) io.stdout(`${older} with a certain place made on another version: see --refresh.\n`);
}

/** Without a wish those that need a look. */
function outcomesOf(names: readonly string[], isAll: boolean): ReadonlySet<Outcome> {
  if (names.length > 0) return new Set(names.map(outcomeOf));
  return new Set(OUTCOMES.filter(outcome => isAll || (outcome !== 'exact' && outcome !== 'relocated')));
}

function outcomeOf(name: string): Outcome {
  const found = OUTCOMES.find(outcome => outcome === name.toLowerCase());
  if (found !== undefined) return found;
  const remedy = didYouMean(nearest(name, OUTCOMES), `The outcomes are ${OUTCOMES.join(', ')}.`);
  throw new Refusal('unknown-outcome', `There is no outcome “${name}”.`, remedy);
}

function filterOf({ args, study, root, io }: Call): AnchorFilter {
  const paths = new Set(study.transcriptPaths());
  const known = (path: string): boolean => paths.has(path);
  const transcripts = args.positionals.map(name => findTranscript(study, { root, cwd: io.cwd }, name, known));
  const coders = args.all('coder').map(name => findName('coder', name, codersOf(study)));
  return {
    ...(transcripts.length > 0 && { transcripts: new Set(transcripts) }),
    ...(args.has('coder') && { coders: new Set(coders) }),
    ...(args.has('code') && { codes: codeIds(study, args.all('code')) }),
  };
}

function refuseMixed({ args }: Call): void {
  const isRefresh = args.has('refresh');
  const wrong = ['code', 'outcome', 'all'].find(name => isRefresh && args.has(name));
  if (wrong !== undefined) {
    const remedy = 'Limit it by transcript or by --coder, or leave it out.';
    throw new Refusal('arguments', `--refresh and --${wrong} do not go together.`, remedy);
  }
  if (!args.has('dry-run') || isRefresh) return;
  throw new Refusal('arguments', '--dry-run means something with --refresh only.', 'Write --refresh --dry-run.');
}
