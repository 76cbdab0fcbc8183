import { each, type Pieces } from '../../pieces.js';
import { compareNames } from '../../text/compare.js';
import type { Corpus, CorpusTranscript } from '../corpus/corpus.js';
import { speakersInScope } from '../corpus/speakersInScope.js';

/**
 * Among whom a matrix counts: by transcript, the participants who speak in scope, and those who speak in an excerpt that is counted
 * although it is out of scope. Transcripts of which nothing is in scope and nothing is counted are not in it.
 */
export type Population = ReadonlyMap<CorpusTranscript, ReadonlySet<string>>;

/** How many transcripts are looked at in one go. */
const TRANSCRIPTS = 20;

/** @param speakers who speaks in what is counted, by transcript */
export function* populationOf(
  corpus: Corpus,
  speakers: ReadonlyMap<CorpusTranscript, ReadonlySet<string>>,
): Pieces<Population> {
  const people = new Map<CorpusTranscript, ReadonlySet<string>>();
  yield* each(corpus.transcripts, TRANSCRIPTS, transcript => {
    if (!transcript.missing && corpus.scopeOf(transcript).length > 0)
      people.set(transcript, speakersInScope(corpus, transcript));
  });
  for (const [transcript, spoke] of speakers)
    people.set(transcript, new Set([...(people.get(transcript) ?? []), ...spoke]));
  return people;
}

/** Everybody in a population, or of it whom a header is about. */
export function peopleIn(population: Population, about?: (transcript: CorpusTranscript) => About): Set<string> {
  const people = new Set<string>();
  for (const [transcript, spoke] of population) {
    const of = about?.(transcript);
    for (const person of spoke) if (of === undefined || of.has(person)) people.add(person);
  }
  return people;
}

/** Whom of a transcript something is about; undefined: everybody. */
export type About = ReadonlySet<string> | undefined;

export const NOBODY: About = new Set();

/** Whom two things are about. */
export function both(a: About, b: About): About {
  if (a === undefined || b === undefined) return a ?? b;
  return new Set([...a].filter(person => b.has(person)));
}

/** Puts some people of a population in order: NP2 before NP11. */
export function orderIn(population: Population): (people: Iterable<string>) => readonly string[] {
  const places = new Map([...peopleIn(population)].sort(compareNames).map((person, i) => [person, i]));
  const place = (person: string): number => places.get(person) ?? places.size;
  return people => [...people].sort((a, b) => place(a) - place(b));
}
