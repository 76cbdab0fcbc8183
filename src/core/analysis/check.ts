import { memoProblems, quoteProblems } from '../memos/problems.js';
import type { Problem } from '../problem.js';
import { withheldProblems } from '../report/disclosure/withheldProblems.js';
import { hintsOf } from '../study/hints/hints.js';
import { placeProblems, studyProblems, transcriptProblems } from '../study/problems.js';
import type { Study } from '../study/study.js';
import { compareTexts } from '../text/compare.js';
import type { Transcript } from '../transcript/transcript.js';
import { addOutcomes, countOutcomes, inDoubt, noOutcomes, type OutcomeCounts } from './outcomes.js';
import { frontMatterPeople, listedPeople, type PeopleMet, peopleMet, recruitmentProblems } from './sample/problems.js';
import { readSample } from './sample/readSample.js';

/** Everything that is wrong with a study, and how its codings fare. */
export interface CheckReport {
  /** Sorted by file, line and rule. */
  readonly problems: readonly Problem[];
  /** What may be worth a look in the codebook, in the order of the lines. */
  readonly hints: readonly Problem[];
  /** How many transcripts there are, those that are coded but missing included. */
  readonly transcripts: number;
  readonly codings: number;
  readonly outcomes: OutcomeCounts;
}

/** Looks at every file of a study; reads each transcript once and keeps none. A file that cannot be read is a problem. */
export async function checkStudy(study: Study): Promise<CheckReport> {
  const problems = studyProblems(study);
  const outcomes = noOutcomes();
  const paths = study.transcriptPaths();
  const met: PeopleMet[] = [];
  let isWhole = true;
  for (const path of paths) {
    const { transcript, unreadable } = await look(study, path);
    const anchors = transcript && (await study.places.in(path, transcript));
    const counts = countOutcomes(study.index.filesOf(path), anchors);
    addOutcomes(outcomes, counts);
    if (unreadable !== undefined) problems.push(unreadable);
    isWhole &&= unreadable === undefined;
    if (transcript === undefined) continue;
    problems.push(...transcriptProblems(transcript), ...frontMatterPeople(study, transcript));
    met.push(peopleMet(study, transcript));
    const hasNotes = study.readings.filesOf(path).some(({ notes }) => notes.length > 0);
    if (inDoubt(counts) > 0 || hasNotes) problems.push(...(await placeProblems(study, path)));
  }
  // Who speaks in a file that cannot be read may be whom we would miss.
  if (isWhole) problems.push(...listedPeople(study, met), ...(await problemsOfRecruitment(study)));
  problems.push(...(await withheldProblems(study)), ...(await problemsOfMemos(study)));
  problems.sort(byPlace);
  return { problems, hints: hintsOf(study), transcripts: paths.length, codings: study.index.size, outcomes };
}

async function problemsOfRecruitment(study: Study): Promise<Problem[]> {
  if (study.config.recruitment.length === 0) return [];
  return recruitmentProblems(await readSample(study));
}

async function problemsOfMemos(study: Study): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const memo of await study.memos.all())
    problems.push(...memoProblems(study, memo), ...(await quoteProblems(study, memo)));
  for (const [file, reason] of study.memos.unreadable) {
    const message = `The memo cannot be read (${reason}).`;
    const remedy = 'Make the file readable, for example by giving yourself the rights to it.';
    problems.push({ rule: 'unreadable-memo', severity: 'error', file, line: 1, message, remedy });
  }
  return problems;
}

/** Orders problems by file, line and rule. */
export function byPlace(a: Problem, b: Problem): number {
  return compareTexts(a.file, b.file) || a.line - b.line || compareTexts(a.rule, b.rule);
}

async function look(
  study: Study,
  path: string,
): Promise<{ transcript?: Transcript | undefined; unreadable?: Problem }> {
  try {
    return { transcript: await study.transcripts.get(path) };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const message = `The transcript cannot be read (${detail}).`;
    const remedy = 'Make the file readable, for example by giving yourself the rights to it.';
    return { unreadable: { rule: 'unreadable-transcript', severity: 'error', file: path, line: 1, message, remedy } };
  }
}
