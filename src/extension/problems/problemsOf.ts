import { frontMatterPeople } from '../../core/analysis/sample/problems.js';
import type { Problem } from '../../core/problem.js';
import { withheldProblems } from '../../core/report/disclosure/withheldProblems.js';
import { hintsOf } from '../../core/study/hints/hints.js';
import { placeProblems, studyProblems, transcriptProblems } from '../../core/study/problems.js';
import { takingTurns } from '../common/turns.js';
import type { OpenStudy } from '../study/openStudy.js';

/** The problems and hints of a study. @param open paths of the transcripts that are open: only these are looked into */
export async function problemsOf(opened: OpenStudy, open: ReadonlySet<string>): Promise<readonly Problem[]> {
  const places = await Promise.all([...open].map(path => problemsOfTranscript(opened, path)));
  const withheld = await withheldProblems(opened.seen);
  const pause = takingTurns();
  await pause();
  const own = studyProblems(opened.seen);
  await pause();
  return [...own, ...withheld, ...hintsOf(opened.seen), ...places.flat()];
}

/** What is wrong with a transcript that is open and with the places of its codings. */
async function problemsOfTranscript({ seen: study }: OpenStudy, path: string): Promise<Problem[]> {
  const transcript = study.isTranscript(path) ? await study.transcripts.get(path) : undefined;
  const own =
    transcript === undefined ? [] : [...transcriptProblems(transcript), ...frontMatterPeople(study, transcript)];
  return [...own, ...(await placeProblems(study, path))];
}
