import { each, type Pieces } from '../../pieces.js';
import type { Corpus, CorpusTranscript } from './corpus.js';

/** How many transcripts are looked at in one go. */
const PIECE = 20;

/** Who of the participants says something in scope in any transcript. */
export function* peopleInScope(corpus: Corpus): Pieces<ReadonlySet<string>> {
  const people = new Set<string>();
  yield* each(corpus.transcripts, PIECE, transcript => {
    for (const person of speakersInScope(corpus, transcript)) people.add(person);
  });
  return people;
}

const known = new WeakMap<Corpus, Map<CorpusTranscript, Set<string>>>();

/** Who of the participants says something in scope in a transcript, each once; worked out once for what was read. */
export function speakersInScope(corpus: Corpus, transcript: CorpusTranscript): ReadonlySet<string> {
  const byTranscript = known.get(corpus) ?? new Map<CorpusTranscript, Set<string>>();
  known.set(corpus, byTranscript);
  const people = byTranscript.get(transcript) ?? new Set<string>();
  if (byTranscript.has(transcript)) return people;
  byTranscript.set(transcript, people);
  for (const { participant, body, words } of transcript.turns) {
    if (participant === undefined || words === 0 || people.has(participant)) continue;
    if (corpus.isInScope(transcript, body)) people.add(participant);
  }
  return people;
}
