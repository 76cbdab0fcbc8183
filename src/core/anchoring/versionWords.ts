import type { Pieces } from '../pieces.js';
import { transcriptInPieces } from '../transcript/parse.js';
import { keepTranscript } from './wording.js';
import { type Vocabulary, type Words, wordsInPieces } from './words.js';

const NUMBER = /^\d+$/;
/** A time in brackets, or alone on its line. */
const CLOCK = String.raw`\d{1,3}:\d{2}(?::\d{2})?(?:[.,-]\d{1,3})?`;
const TIME = new RegExp(String.raw`[[(#<]\s?${CLOCK}\s?[\])#>]|^[\s*_]*${CLOCK}[\s*_]*$`, 'gm');

/**
 * The words of a whole transcript, but for those that are not said: labels of speakers and times. These change all at once, when
 * speakers are re-labelled, and must not come between a coding and its passage.
 * @param text no byte order mark, line ends LF
 */
export function* versionWords(text: string, vocabulary: Vocabulary): Pieces<Words> {
  const transcript = yield* transcriptInPieces(text, '');
  const { turns, runs, points } = transcript;
  const labels = turns.flatMap(({ label }) =>
    label === undefined ? [] : [{ start: points.toUtf16(label.start), end: points.toUtf16(label.end) }],
  );
  const shown = runs.map(({ span }) => ({ start: points.toUtf16(span.start), end: points.toUtf16(span.end) }));
  const bodyStart = labels[0]?.start ?? text.length;
  const times = [...text.matchAll(TIME)].map(match => ({ start: match.index, end: match.index + match[0].length }));
  let [label, run, time] = [0, 0, 0];
  const words = yield* wordsInPieces(text, vocabulary, (start, end) => {
    while (label < labels.length && (labels[label]?.end as number) <= start) label++;
    if (label < labels.length && (labels[label]?.start as number) < end) return true;
    while (time < times.length && (times[time]?.end as number) <= start) time++;
    if (time < times.length && (times[time]?.start as number) <= start) return true;
    if (start < bodyStart || !NUMBER.test(text.slice(start, end))) return false;
    // A time that belongs to a turn is in no run.
    while (run < shown.length && (shown[run]?.end as number) <= start) run++;
    return run === shown.length || (shown[run]?.start as number) >= end;
  });
  keepTranscript(words, transcript);
  return words;
}
