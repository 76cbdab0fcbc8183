import type { StudyGit } from '../../../core/ports.js';
import type { Opening } from '../../../core/rounds/record.js';
import { unsavedOfRound } from '../../../core/rounds/unsaved.js';
import { LIMITS, reportDocument } from '../../../core/rounds/verify/document.js';
import { contradictionWords, reasonWords } from '../../../core/rounds/verify/reasons.js';
import type { RoundReport } from '../../../core/rounds/verify/report.js';
import { roundsInHistory, verifyRound } from '../../../core/rounds/verify/verify.js';
import { type ExitCode, type Io, writeAll, writeJson } from '../../io.js';
import { didYouMean, nearest } from '../../near.js';
import { Refusal } from '../../refusal.js';
import { nameGiven, workOf } from '../../rounds.js';
import { plain } from '../../table.js';
import { runVerb, type Verb } from '../../verb.js';

export const verb: Verb = {
  name: 'round verify',
  leaving: 'team',
  summary:
    'Show from history that nobody had the others’ codings before closing a blind round, or say what cannot be shown.',
  positionals: 'NAME',
  options: {},
  notes: [
    'For each two coders: shown, contradicted (with the versions), or cannot be shown (with the reasons). Only what is in',
    'the history of the current version is looked at, and only ids and ancestry count, never dates. NAME may be an id.',
  ],
  examples: [
    ['pilot', 'verify a round'],
    ['pilot --json', 'the same for a program'],
  ],
  exits: [
    'Shown for all.',
    'Contradicted, or cannot be shown, for some.',
    'There is no such round in the history, or git failed.',
  ],
};

/** `verbatim round verify` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async ({ args: given, study, json }) => {
    const name = nameGiven(given.positionals, verb.name);
    const work = await workOf(study);
    const git = await study.store.git?.();
    const head = (await git?.head())?.commit;
    if (git === undefined || head === undefined) {
      throw new Refusal('no-history', 'No version was saved yet, so there is no history.', 'Save a first version.');
    }
    const { id, transcripts } = await find(git, head, name);
    const report = await verifyRound(git, head, id);
    if (report === undefined) throw unknown(name, []);
    const unsaved = unsavedOfRound(study, await work.unsaved(), transcripts);
    if (json) writeJson(io, asJson(report, unsaved));
    else writeAll(io, reportDocument(report, unsaved, plain));
    return report.pairs.every(({ verdict }) => verdict === 'shown') ? 0 : 1;
  });
}

async function find(git: StudyGit, head: string, name: string): Promise<Opening> {
  const all = await roundsInHistory(git, head);
  const found = all.filter(opening => opening.id === name || opening.round === name);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (only === undefined) throw unknown(name, all);
  const near = found.map(({ id }) => id);
  throw new Refusal(
    'ambiguous-round',
    `There are several rounds “${name}”.`,
    `Name one by its id: ${near.join(', ')}.`,
    {
      near,
    },
  );
}

function unknown(name: string, all: readonly Opening[]): Refusal {
  const names = all.map(({ round }) => round);
  const known = names.length === 0 ? 'It has no round at all.' : `It has ${[...new Set(names)].join(', ')}.`;
  const message = `There is no round “${name}” in the history of the current version.`;
  return new Refusal('unknown-round', message, didYouMean(nearest(name, names), known));
}

function asJson(report: RoundReport, unsaved: readonly string[]): Record<string, unknown> {
  return {
    round: {
      id: report.id,
      name: report.name,
      by: report.openedBy,
      coders: report.coders,
      transcripts: report.transcripts,
    },
    opening: report.opening ?? null,
    coders: report.people.map(({ closing, ...person }) => ({ ...person, closing: closing ?? null })),
    pairs: report.pairs.map(({ coders, verdict, contradictions, reasons }) => ({
      coders,
      verdict,
      contradictions: contradictions.map(one => ({ ...one, text: contradictionWords(one) })),
      reasons: reasons.map(reason => ({ ...reason, text: reasonWords(reason) })),
    })),
    unsaved,
    limits: LIMITS,
  };
}
