import type { CorpusExcerpt, CorpusTranscript } from '../../corpus/corpus.js';
import type { Query } from '../../query/query.js';
import type { MatrixHeader } from '../matrix.js';
import type { About } from '../population.js';

/** A row or column to be. */
export interface AxisHeader extends Omit<MatrixHeader, 'people'> {
  /** What exactly the excerpts that are in it answer, among those that have a certain place. */
  readonly query: Query;
  /** Whom of a transcript it is about; missing: always everybody. */
  about?(transcript: CorpusTranscript): About;
}

/** What the rows or columns of a matrix are. */
export interface ReadAxis {
  /** Whether it tells codes or themes apart, and with them what marks the scope. */
  readonly isOfCodes: boolean;
  /** Whether each row or column is one participant. */
  readonly isOfPersons: boolean;
  /** The field of its questions where that is about who speaks, which is known only of excerpts that have a certain place. */
  readonly speakerField?: string | undefined;
  readonly headers: readonly AxisHeader[];
  /** Indices of the headers that an excerpt is in. */
  of(excerpt: CorpusExcerpt): readonly number[];
}

/** Whom all rows or columns of an axis together are about. */
export function aboutAll({ headers }: ReadAxis): (transcript: CorpusTranscript) => About {
  const known = new Map<CorpusTranscript, About>();
  return transcript => {
    if (!known.has(transcript)) known.set(transcript, either(headers.map(header => header.about?.(transcript))));
    return known.get(transcript);
  };
}

function either(all: readonly About[]): About {
  const people = new Set<string>();
  for (const about of all) {
    if (about === undefined) return undefined;
    for (const person of about) people.add(person);
  }
  return people;
}

/** An axis whose headers are found by a key. @param keysOf may name a key twice, and keys that no header has */
export function axisByKey(axis: Omit<ReadAxis, 'of'>, keysOf: (excerpt: CorpusExcerpt) => readonly string[]): ReadAxis {
  // What is in one row alone, as nearly everything is, shares a list with all others there.
  const alone = new Map(axis.headers.map(({ key }, i) => [key, [i]]));
  return {
    ...axis,
    of(excerpt) {
      const keys = keysOf(excerpt);
      if (keys.length <= 1) return (keys[0] === undefined ? undefined : alone.get(keys[0])) ?? NOWHERE;
      return [...new Set(keys.flatMap(key => alone.get(key) ?? NOWHERE))];
    },
  };
}

const NOWHERE: readonly number[] = [];
