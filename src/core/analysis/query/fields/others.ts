import type { Corpus, CorpusTranscript } from '../../corpus/corpus.js';
import { factsOf, frontEntries } from './facts.js';
import { asValues, nameKey, ofParticipants, ofTranscript, type QueryField, type Test } from './field.js';

/** A column of `participants.csv` or an entry of front matter as a field: of either that has this name. */
export function otherField(field: string): QueryField {
  const key = nameKey(field);
  return {
    field,
    label: field,
    description: `Of a transcript whose front matter, or with a participant whose row in participants.csv, says so for “${field}”.`,
    kind: 'choice',
    values: corpus => asValues(factsOf(corpus).others.get(key)?.values ?? []),
    known: corpus => (factsOf(corpus).others.get(key)?.values ?? []).flatMap(value => [value, ...partsOf(value)]),
    key: nameKey,
    test(value, corpus) {
      const wanted = nameKey(value);
      return either(
        corpus,
        key,
        said => nameKey(said) === wanted || partsOf(said).some(part => nameKey(part) === wanted),
      );
    },
    any: corpus => either(corpus, key, () => true),
  };
}

/** Of a list, such as `quiet, north`, each part is a value as well. */
export function partsOf(value: string): string[] {
  return value
    .split(/[,;]/)
    .map(part => part.trim())
    .filter(part => part !== '');
}

function either(corpus: Corpus, key: string, holds: (value: string) => boolean): Test {
  const { participants } = corpus.study;
  const ofPerson = (id: string): boolean => {
    const person = participants.find(id);
    if (person === undefined) return false;
    if (key === 'role' && person.role !== undefined && holds(person.role)) return true;
    return Object.entries(person.attributes).some(([name, value]) => nameKey(name) === key && holds(value));
  };
  const inFrontMatter = ({ frontMatter }: CorpusTranscript): boolean => {
    for (const [name, value] of frontEntries(frontMatter)) if (nameKey(name) === key && holds(value)) return true;
    return false;
  };
  const [byPerson, byTranscript] = [ofParticipants(ofPerson), ofTranscript(inFrontMatter)];
  return excerpt => byTranscript(excerpt) || byPerson(excerpt);
}
