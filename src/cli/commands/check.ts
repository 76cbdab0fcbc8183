import { byPlace, checkStudy } from '../../core/analysis/check.js';
import { inDoubt } from '../../core/analysis/outcomes.js';
import type { Problem } from '../../core/problem.js';
import { type ExitCode, type Io, writeJson } from '../io.js';
import { countOf } from '../phrases.js';
import { plain } from '../table.js';
import { runVerb, type Verb } from '../verb.js';

const HOW_TO_REVIEW =
  '`verbatim anchor` lists where they may be; “Verbatim: Review Passages…” in VS Code lets you decide.';

export const verb: Verb = {
  name: 'check',
  leaving: 'team',
  summary: 'Report all problems of a study: file, line, rule and remedy.',
  options: {
    hints: { help: 'List the hints on the codebook too: codes without a definition, near duplicates and the like.' },
  },
  notes: ['Also says how the codings fare in today’s transcripts: exact, relocated, changed, ambiguous or orphan.'],
  examples: [
    ['', 'check the study in the current folder'],
    ['--hints', 'with what may be worth a look in the codebook'],
    ['--study samples/peer-support --json', 'the same for another study, for a program'],
  ],
  exits: [
    'No errors and no warnings; hints do not count.',
    'There are errors or warnings.',
    'The study cannot be read.',
  ],
};

/** `verbatim check` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async ({ study, json, args: given }) => {
    const report = await checkStudy(study);
    const listsHints = given.has('hints');
    const problems = listsHints ? [...report.problems, ...report.hints].sort(byPlace) : report.problems;
    const severity = (wanted: Problem['severity']) =>
      report.problems.filter(problem => problem.severity === wanted).length;
    const counts = { errors: severity('error'), warnings: severity('warning'), infos: severity('info') };
    const hints = report.hints.length;
    const { transcripts, codings, outcomes } = report;
    if (json) {
      writeJson(io, {
        problems: problems.map(toJson),
        counts: { problems: problems.length, ...counts, hints, transcripts, codings, ...outcomes },
      });
    } else {
      for (const problem of problems) io.stdout(toText(problem));
      if (problems.length > 0) io.stdout('\n');
      const all = [countOf(counts.errors, 'error'), countOf(counts.warnings, 'warning')];
      io.stdout(`${[...all, countOf(counts.infos + hints, 'hint')].join(', ')}.\n`);
      const { settled, ...fates } = outcomes;
      const fare = Object.entries(fates).map(([outcome, count]) => `${count} ${outcome}`);
      const kept = settled === 0 ? '' : ` (${settled} kept without a place)`;
      io.stdout(`${countOf(transcripts, 'transcript')}; ${countOf(codings, 'coding')}: ${fare.join(', ')}${kept}.\n`);
      if (inDoubt(outcomes) > 0) io.stdout(`${countOf(inDoubt(outcomes), 'coding')} to review: ${HOW_TO_REVIEW}\n`);
      if (hints > 0 && !listsHints) io.stdout(`${countOf(hints, 'hint')} on the codebook: see --hints.\n`);
    }
    return counts.errors + counts.warnings > 0 ? 1 : 0;
  });
}

function toJson({ rule, severity, file, line, columns, message, remedy, data }: Problem) {
  return { rule, severity, file, line, columns, message, remedy, data };
}

function toText({ rule, severity, file, line, message, remedy }: Problem): string {
  return `${plain(file)}:${line}  ${severity === 'info' ? 'hint' : severity}  ${rule}\n  ${plain(message)}\n  ${plain(remedy)}\n`;
}
