import { isDoubtful } from '../analysis/outcomes.js';
import { queryProblems } from '../analysis/query/saved/problems.js';
import type { Anchors } from '../anchoring/anchors.js';
import type { CodingFile } from '../coding/file.js';
import { discussionProblems } from '../discussion/problems.js';
import type { Problem } from '../problem.js';
import type { ReadingFile } from '../reading/file.js';
import type { Note } from '../reading/record.js';
import { lostProblems } from '../renames/problems.js';
import { publicIdProblems } from '../report/disclosure/idProblems.js';
import { roundProblems } from '../rounds/problems.js';
import { damageProblems } from '../text/damage.js';
import { shorten } from '../text/shorten.js';
import type { Transcript } from '../transcript/transcript.js';
import { CODINGS_FOLDER, isCodersFile } from './layout.js';
import type { Study } from './study.js';

/** Every problem that shows without reading a transcript: study file, participants, codebook, coding lines, codes, ids. */
export function studyProblems(study: Study): Problem[] {
  const problems = [...study.config.problems, ...study.participants.problems, ...study.codebook.problems];
  const files = [...study.index.allFiles(), ...study.readings.allFiles(), ...study.discussion.allFiles()];
  const rounds = [...study.rounds.allFiles()];
  for (const file of [...files, ...rounds]) problems.push(...file.problems);
  return [
    ...problems,
    ...cutOffProblems(study),
    ...lostProblems(study),
    ...misplacedFiles(study),
    ...unknownCodes(study),
    ...duplicateIds(study),
    ...discussionProblems(study),
    ...roundProblems(study.rounds),
    ...queryProblems(study),
    ...publicIdProblems(study),
  ];
}

/** Files of a change of several that a kill cut off, and that could not be taken back. */
function cutOffProblems(study: Study): Problem[] {
  return study.cutOff.map(({ path, kept, why }) => {
    const begun = 'A change of several files was cut off in the middle and is in part of them only';
    return {
      rule: 'cut-off',
      severity: 'warning',
      file: path,
      line: 1,
      message:
        why === undefined
          ? `${begun}. It was not taken back, since somebody changed one of them meanwhile.`
          : `${begun}. It could not be taken back. ${why}`,
      remedy:
        kept === undefined
          ? 'Open the study again once that is mended: then it is taken back.'
          : `What this file said before the change is in ${kept}, which is empty where there was no such file. Put right what is wrong here, and then remove that copy.`,
    };
  });
}

/** What to do about a passage without a certain place, in the editor and on the command line. */
const REVIEW =
  'Decide where it belongs with “Verbatim: Review Passages…” in VS Code; `verbatim anchor` lists the places that come into question.';

/** The codings and notes of one transcript whose place in it is lost or in doubt. */
export async function placeProblems(study: Study, transcript: string): Promise<Problem[]> {
  const files = study.index.filesOf(transcript);
  const readings = study.readings.filesOf(transcript).filter(({ notes }) => notes.length > 0);
  const anchors = files.length + readings.length === 0 ? undefined : await study.anchors(transcript);
  if (anchors === undefined) return [];
  const doubtfulNotes = readings.flatMap(file => file.notes.flatMap((_, i) => notePlace(file, i, anchors)));
  const doubtfulCodings = files.flatMap(file =>
    file.codings.flatMap((coding, i) => {
      const { outcome, candidates } = anchors.resolve(coding);
      if (!isDoubtful(coding, outcome)) return [];
      const quote = shorten(coding.quote);
      const message =
        outcome === 'orphan'
          ? `“${quote}” no longer stands in ${transcript}.`
          : `“${quote}” may be at ${candidates.length === 1 ? 'another place' : `one of ${candidates.length} places`} in ${transcript} now.`;
      const remedy = `The coding is kept. ${REVIEW}`;
      return [problem(file, i, `coding-${outcome}`, 'warning', message, remedy, coding.id)];
    }),
  );
  return [...doubtfulCodings, ...doubtfulNotes];
}

function notePlace(file: ReadingFile, i: number, anchors: Anchors): Problem[] {
  const { quote, id } = file.notes[i] as Note;
  const { outcome } = anchors.resolve(file.notes[i] as Note);
  if (!isDoubtful(file.notes[i] as Note, outcome)) return [];
  const where = outcome === 'orphan' ? 'no longer stands' : 'has no certain place';
  return [
    {
      rule: `note-${outcome}`,
      severity: 'warning',
      file: file.path,
      line: (file.lines[i] as number) + 1,
      message: `“${shorten(quote)}”, on which there is a note, ${where} in ${file.transcript}.`,
      remedy: `The note is kept. ${REVIEW}`,
      data: { id },
    },
  ];
}

/** What is wrong with a transcript itself: its front matter, its labels, damage. */
export function transcriptProblems(transcript: Transcript): Problem[] {
  return [...transcript.problems, ...damageProblems(transcript.path, transcript.text)];
}

/** Coding lines that nobody reads because of where they are: better said than missed. */
function misplacedFiles(study: Study): Problem[] {
  return [...study.paths()]
    .filter(path => path.startsWith(`${CODINGS_FOLDER}/`) && /\.(jsonl|ndjson)$/.test(path) && !isCodersFile(path))
    .map(file => ({
      rule: 'misplaced-codings',
      severity: 'warning',
      file,
      line: 1,
      message: 'These codings belong to nobody: the file is not in a coder’s folder, so it is not read.',
      remedy: `Move it to ${CODINGS_FOLDER}/NAME/, under the path of its transcript.`,
    }));
}

function unknownCodes(study: Study): Problem[] {
  const problems: Problem[] = [];
  for (const code of study.index.usedCodes()) {
    const entry = study.entry(code);
    if (entry?.kind === 'code') continue;
    const message =
      entry === undefined ? `The code “${code}” is not in the codebook.` : `“${code}” is a theme; codings need a code.`;
    const remedy = 'Add it to codebook.md, or choose another code for this passage.';
    for (const { file } of study.index.usesOf(code)) {
      file.codings.forEach((coding, i) => {
        if (coding.code === code)
          problems.push(problem(file, i, 'unknown-code', 'warning', message, remedy, coding.id, { code }));
      });
    }
  }
  return problems;
}

function duplicateIds(study: Study): Problem[] {
  const problems: Problem[] = [];
  for (const { id, paths } of study.index.duplicateIds()) {
    for (const path of paths) {
      const file = study.index.file(path);
      file?.codings.forEach((coding, i) => {
        if (coding.id !== id) return;
        const others = paths.filter(other => other !== path);
        const where = others.length === 0 ? 'twice in this file' : `also in ${others.join(', ')}`;
        const remedy = 'Give one of them a new id, or remove it where it is the same coding.';
        problems.push(problem(file, i, 'duplicate-id', 'error', `The id ${id} stands ${where}.`, remedy, id));
      });
    }
  }
  return problems;
}

function problem(
  file: CodingFile,
  i: number,
  rule: string,
  severity: Problem['severity'],
  message: string,
  remedy: string,
  id: string,
  data: Readonly<Record<string, string>> = {},
): Problem {
  return {
    rule,
    severity,
    file: file.path,
    line: (file.lines[i] as number) + 1,
    message,
    remedy,
    data: { ...data, id },
  };
}
