import { compareNames } from '../../text/compare.js';
import type { Corpus, CorpusTranscript } from '../corpus/corpus.js';
import type { Query } from '../query/query.js';
import type { AxisHeader } from './axes/axis.js';
import { fromTranscripts } from './fromTranscripts.js';
import { both, type Population } from './population.js';
import { allOf, anyOf, noneOf, term } from './questions.js';

/**
 * What the excerpts answer in which somebody speaks who is of the row and of the column. `role:peer and site:A` is also answered by
 * those in which a peer of another site speaks with somebody else of site A, so people are named.
 */
export function samePeople(corpus: Corpus, population: Population, row: AxisHeader, column: AxisHeader): Query {
  const groups = new Map<string, { people: readonly string[]; transcripts: CorpusTranscript[] }>();
  for (const transcript of population.keys()) {
    const about = both(row.about?.(transcript), column.about?.(transcript));
    if (about === undefined || about.size === 0) continue;
    const people = [...about].sort(compareNames);
    const key = JSON.stringify(people);
    const group = groups.get(key) ?? { people, transcripts: [] };
    groups.set(key, group);
    group.transcripts.push(transcript);
  }
  if (groups.size === 0) return allOf(row.query, noneOf([row.query]));
  const parts = [...groups.values()].map(({ people, transcripts }) => {
    const who = anyOf(people.map(id => term('participant', id)));
    return transcripts.length === population.size ? who : allOf(fromTranscripts(corpus, transcripts), who);
  });
  return anyOf(parts);
}
