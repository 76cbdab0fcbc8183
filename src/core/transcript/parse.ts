import { atOnce, each, type Pieces } from '../pieces.js';
import type { Problem } from '../problem.js';
import { CodePoints } from '../text/codePoints.js';
import { LineStarts } from '../text/lines.js';
import { normaliseText } from '../text/normalise.js';
import { readFrontMatter } from './frontMatter.js';
import { type Candidate, readLabel } from './labels.js';
import { layOut } from './layout.js';
import { looksLikeName, speakerKey } from './names.js';
import { joinRuns } from './runs.js';
import type { Transcript } from './transcript.js';
import { type Label, trustedLabels } from './trust.js';
import { cutTurns, openings } from './turns.js';

/** Labels of so many lines are looked for without a stop; the first of all takes as long as the others together. */
const LINES_OF_A_PIECE = 20;

/**
 * Reads a transcript. Takes any text and never throws: what cannot be understood is plain text, or a problem.
 * @param raw the file as text, with whatever line ends and byte order mark it has
 * @param path of the transcript in the study, with `/`
 * @param declared ids and labels of participants known from elsewhere, such as `participants.csv`
 */
export function parseTranscript(raw: string, path: string, declared?: ReadonlySet<string>): Transcript {
  return atOnce(transcriptInPieces(raw, path, declared));
}

/** As `parseTranscript`, for those who let others have their turn meanwhile. */
export function* transcriptInPieces(
  raw: string,
  path: string,
  declared: ReadonlySet<string> = new Set(),
): Pieces<Transcript> {
  const text = normaliseText(raw);
  const points = new CodePoints(text);
  yield;
  const { frontMatter, bodyStart, problems } = readFrontMatter(text, path);
  yield;
  const { pieces, lines } = yield* layOut(text, bodyStart);
  const { participants, interviewers, speakers = [] } = frontMatter;
  const labels = speakers.flatMap(({ label, participant }) => [label, participant]);
  const known = new Set([...declared, ...participants, ...interviewers, ...labels].map(speakerKey));
  yield;
  const candidates: Candidate[] = [];
  yield* each(lines, LINES_OF_A_PIECE, line => {
    const candidate = readLabel(text, line);
    if (candidate !== undefined) candidates.push(candidate);
  });
  yield;
  const trusted = trustedLabels(candidates, lines, known);
  const opened = openings(text, trusted);
  yield;
  return {
    path,
    text,
    points,
    frontMatter,
    bodyStart: points.fromUtf16(bodyStart),
    turns: cutTurns(points, bodyStart, opened, pieces),
    runs: joinRuns(pieces, opened, points),
    problems: [...problems, ...loneLabels(text, path, candidates, trusted)],
  };
}

/** Ids before a colon that were met only once and so are not taken for speakers, though other labels are. */
function loneLabels(text: string, path: string, candidates: readonly Candidate[], labels: readonly Label[]): Problem[] {
  if (labels.length === 0) return [];
  const trusted = new Set(labels.map(label => label.line));
  const lone = candidates.filter(one => one.style === 'colon' && !trusted.has(one.line) && one.line.first && isId(one));
  if (lone.length === 0) return [];
  const lines = new LineStarts(text);
  return lone.map(({ start, end, name }) => {
    const line = lines.lineAt(start);
    return {
      rule: 'speaker-once',
      severity: 'info',
      file: path,
      line: line + 1,
      columns: [start - lines.startOf(line), end - lines.startOf(line)],
      message: `“${name}” looks like a speaker but stands here only once, so these words count to the turn before.`,
      remedy: `If ${name} speaks here, name ${name} under participants in the front matter or in participants.csv.`,
      data: { speaker: name },
    };
  });
}

const isId = ({ name }: Candidate): boolean =>
  !/\s/.test(name) && (/\d/.test(name) || name === name.toUpperCase()) && looksLikeName(name);
