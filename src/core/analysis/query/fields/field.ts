import { fold } from '../../../codebook/search.js';
import type { Corpus, CorpusExcerpt, CorpusTranscript } from '../../corpus/corpus.js';

/** A value that a field can have, and what people call it. */
export interface QueryValue {
  readonly value: string;
  readonly label: string;
}

/** Whether an excerpt is one of those asked for. */
export type Test = (excerpt: CorpusExcerpt) => boolean;

/** Something that can be asked of an excerpt itself. */
export interface QueryField {
  /** As it is written before the colon, in small letters. */
  readonly field: string;
  /** What people call it, in the singular: `code`. */
  readonly label: string;
  readonly description: string;
  readonly kind: 'choice' | 'words' | 'date';
  /** The values that there are in a study, to choose from; none for words and dates. */
  values(corpus: Corpus): readonly QueryValue[];
  /** All names that mean something as a value; undefined where any text does. */
  known?(corpus: Corpus): Iterable<string>;
  /** What two spellings of a value have in common. */
  key(value: string): string;
  /** @param value never `*`, which `any` answers */
  test(value: string, corpus: Corpus): Test;
  /** What `*` asks for: that there is any value. */
  any(corpus: Corpus): Test;
}

/** What two spellings of a name have in common: letter case, accents and spacing aside. */
export function nameKey(name: string): string {
  return fold(name).replace(/\s+/g, ' ').trim();
}

/** Values that are their own label. */
export function asValues(names: Iterable<string>): QueryValue[] {
  return Array.from(names, value => ({ value, label: value }));
}

/** A question that is answered once for each it is asked of. */
export function onceEach<T>(holds: (of: T) => boolean): (of: T) => boolean {
  const answers = new Map<T, boolean>();
  return of => {
    const known = answers.get(of);
    if (known !== undefined) return known;
    const answer = holds(of);
    answers.set(of, answer);
    return answer;
  };
}

/** Asks the transcript of an excerpt. */
export function ofTranscript(holds: (transcript: CorpusTranscript) => boolean): Test {
  const answer = onceEach(holds);
  return ({ transcript }) => answer(transcript);
}

/** Asks the participants who speak in an excerpt; one of them is enough. */
export function ofParticipants(holds: (participant: string) => boolean): Test {
  const answer = onceEach(holds);
  return ({ participants }) => participants.some(answer);
}
