import { compareNames } from '../../text/compare.js';
import { overlaps } from '../../text/span.js';
import type { Corpus, CorpusExcerpt, CorpusTranscript } from '../corpus/corpus.js';

/**
 * Among whom a matrix counts: by transcript, the participants who speak in scope, and those who speak in an excerpt that is counted
 * although it is out of scope. Transcripts of which nothing is in scope and nothing is counted are not in it.
 */
export type Population = ReadonlyMap<CorpusTranscript, ReadonlySet<string>>;

/** @param counted the excerpts that are counted */
export function populationOf(corpus: Corpus, counted: readonly CorpusExcerpt[]): Population {
  const people = new Map<CorpusTranscript, Set<string>>();
  for (const transcript of corpus.transcripts) {
    const scope = corpus.scopeOf(transcript);
    if (transcript.missing || scope.length === 0) continue;
    const inScope = new Set<string>();
    for (const { participant, body, words } of transcript.turns)
      if (participant !== undefined && words > 0 && scope.some(span => overlaps(span, body))) inScope.add(participant);
    people.set(transcript, inScope);
  }
  let spoke = new Set<string>();
  let last: CorpusTranscript | undefined;
  for (const { transcript, participants } of counted) {
    if (transcript !== last) {
      last = transcript;
      spoke = people.get(transcript) ?? new Set();
      people.set(transcript, spoke);
    }
    for (const participant of participants) spoke.add(participant);
  }
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
