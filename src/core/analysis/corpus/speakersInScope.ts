import type { Corpus, CorpusTranscript } from './corpus.js';

/** Who of the participants says something in scope in some transcripts, each once. */
export function speakersInScope(corpus: Corpus, transcripts: readonly CorpusTranscript[]): Set<string> {
  const people = new Set<string>();
  for (const transcript of transcripts) {
    for (const { participant, body, words } of transcript.turns) {
      if (participant === undefined || words === 0 || people.has(participant)) continue;
      if (corpus.isInScope(transcript, body)) people.add(participant);
    }
  }
  return people;
}
