import { each, type Pieces } from '../../pieces.js';
import type { CorpusExcerpt, CorpusTranscript } from '../corpus/corpus.js';
import { wordsWithin } from '../corpus/wordsWithin.js';
import type { About } from './population.js';

/** How many excerpts are looked at in one go. */
const PIECE = 500;

/**
 * How many words some people say in some excerpts; what two excerpts share is counted once.
 * @param excerpts with a certain place, in the order of the texts
 * @param about whose words of a transcript count; undefined: everybody's
 */
export function* wordsIn(
  excerpts: readonly CorpusExcerpt[],
  about: (transcript: CorpusTranscript) => About,
): Pieces<number> {
  let words = 0;
  let last: CorpusTranscript | undefined;
  let people: About;
  let from = 0;
  yield* each(excerpts, PIECE, excerpt => {
    const { transcript, span } = excerpt;
    if (span === undefined) return;
    if (transcript !== last) {
      last = transcript;
      people = about(transcript);
      from = 0;
    }
    if (span.start >= from) words += saidBy(excerpt, people);
    else if (span.end > from) words += saidBehind(excerpt, from, people);
    from = Math.max(from, span.end);
  });
  return words;
}

function saidBy({ words, voices }: CorpusExcerpt, people: About): number {
  if (people === undefined) return words;
  return voices.reduce((sum, voice) => sum + (isAmong(people, voice.participant) ? voice.words : 0), 0);
}

/** What is said of an excerpt from a place on. */
function saidBehind({ transcript, span, turns }: CorpusExcerpt, from: number, people: About): number {
  const end = span?.end ?? from;
  if (people === undefined) return wordsWithin(transcript, { start: from, end });
  let words = 0;
  for (let i = turns?.first ?? 0; i <= (turns?.last ?? -1); i++) {
    const turn = transcript.turns[i];
    if (turn === undefined || !isAmong(people, turn.participant)) continue;
    const [start, stop] = [Math.max(from, turn.body.start), Math.min(end, turn.body.end)];
    if (start < stop) words += wordsWithin(transcript, { start, end: stop });
  }
  return words;
}

function isAmong(people: ReadonlySet<string>, participant: string | undefined): boolean {
  return participant !== undefined && people.has(participant);
}
