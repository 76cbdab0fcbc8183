import { compareNames } from '../../../text/compare.js';
import type { Corpus, CorpusExcerpt, CorpusTranscript } from '../../corpus/corpus.js';
import type { Query } from '../../query/query.js';
import { fromTranscripts } from '../fromTranscripts.js';
import { type About, NOBODY, type Population, peopleIn } from '../population.js';
import { allOf, anyOf, noneOf, term } from '../questions.js';
import { type AxisHeader, axisByKey, type ReadAxis } from './axis.js';
import { DATE, isDay, valuesOfPerson, valuesOfTranscript } from './values.js';

/** Key of the row or column for what has no value. */
const MISSING = '';

/**
 * The values of a column of `participants.csv` or an entry of front matter; of either where both have the name. An excerpt is in that
 * of each participant who speaks in it, and in that of its transcript, which is about all who speak.
 */
export function valueAxis(corpus: Corpus, population: Population, name: string): ReadAxis {
  const ofPerson = new Map([...peopleIn(population)].map(id => [id, valuesOfPerson(corpus, id, name)]));
  const ofTranscript = new Map([...population.keys()].map(one => [one, valuesOfTranscript(one, name)]));
  const isOfPeople = [...ofPerson.values()].some(values => values.size > 0);
  const isOfTranscripts = [...ofTranscript.values()].some(values => values.size > 0);
  const labels = new Map([...ofPerson.values(), ...ofTranscript.values()].flatMap(values => [...values]));

  const aboutValue = (key: string): ((transcript: CorpusTranscript) => About) => {
    const people = new Set([...ofPerson].filter(([, values]) => values.has(key)).map(([id]) => id));
    return transcript => (ofTranscript.get(transcript)?.has(key) ? undefined : people);
  };
  const without = new Set([...ofPerson].filter(([, values]) => values.size === 0).map(([id]) => id));
  const aboutMissing = (transcript: CorpusTranscript): About => {
    if ((ofTranscript.get(transcript)?.size ?? 0) > 0) return NOBODY;
    return isOfPeople ? without : undefined;
  };
  const questionOf = (key: string, label: string): Query => {
    if (name !== DATE || isDay(label)) return term(name, label);
    return fromTranscripts(
      corpus,
      [...ofTranscript].filter(([, values]) => values.has(key)).map(([one]) => one),
    );
  };
  const headers: AxisHeader[] = [...labels]
    .map(([key, label]) => ({ key, label, query: questionOf(key, label), about: aboutValue(key) }))
    .sort((a, b) => compareNames(a.label, b.label));
  const bare = [...ofTranscript].filter(([, values]) => values.size === 0).map(([transcript]) => transcript);
  if (bare.length > 0 && (isOfPeople ? without.size > 0 : isOfTranscripts)) {
    const people = anyOf([...without].sort(compareNames).map(id => term('participant', id)));
    const query = !isOfPeople
      ? noneOf(headers.map(header => header.query))
      : isOfTranscripts
        ? allOf(fromTranscripts(corpus, bare), people)
        : people;
    headers.push({ key: MISSING, label: 'not given', query, about: aboutMissing });
  }

  const isOfAny = corpus.transcripts.some(transcript => valuesOfTranscript(transcript, name).size > 0);
  const speakerField = isOfAny ? undefined : name;
  const axis = { isOfCodes: false, isOfPersons: false, speakerField, headers };
  const keysOf = (transcript: CorpusTranscript, participants: readonly string[]): string[] => {
    const own = [...(ofTranscript.get(transcript)?.keys() ?? [])];
    if (own.length === 0 && !isOfPeople) return [MISSING];
    const ofPeople = participants.flatMap(id => {
      const values = ofPerson.get(id);
      return own.length === 0 && values?.size === 0 ? [MISSING] : [...(values?.keys() ?? [])];
    });
    return [...own, ...ofPeople];
  };
  return axisByKey(axis, oncePerVoices(keysOf));
}

/** Where one speaks alone, as in most excerpts, the answer is the same in all of the transcript. */
function oncePerVoices(
  keysOf: (transcript: CorpusTranscript, participants: readonly string[]) => readonly string[],
): (excerpt: CorpusExcerpt) => readonly string[] {
  const known = new Map<CorpusTranscript, Map<string, readonly string[]>>();
  return ({ transcript, participants }) => {
    if (participants.length > 1) return keysOf(transcript, participants);
    const ofTranscript = known.get(transcript) ?? new Map<string, readonly string[]>();
    known.set(transcript, ofTranscript);
    const [speaker = ''] = participants;
    const keys = ofTranscript.get(speaker) ?? keysOf(transcript, participants);
    ofTranscript.set(speaker, keys);
    return keys;
  };
}
