import type { Corpus, CorpusTranscript } from '../corpus/corpus.js';
import { sessionOf } from '../query/fields/facts.js';
import { nameKey } from '../query/fields/field.js';
import type { Query } from '../query/query.js';
import { anyOf, term } from './questions.js';

/**
 * What the excerpts of some transcripts answer.
 * @param name of a session that should be these transcripts; their paths are named where others go by it as well
 */
export function fromTranscripts(corpus: Corpus, transcripts: readonly CorpusTranscript[], name?: string): Query {
  const called = name === undefined ? undefined : namesOf(corpus).get(nameKey(name));
  const isClear = called?.size === transcripts.length && transcripts.every(one => called.has(one));
  if (name !== undefined && isClear) return term('session', name);
  return anyOf(transcripts.map(({ path }) => term('session', path)));
}

const known = new WeakMap<Corpus, ReadonlyMap<string, ReadonlySet<CorpusTranscript>>>();

/** Which transcripts go by a name, whatever it is the name of; collected once. */
function namesOf(corpus: Corpus): ReadonlyMap<string, ReadonlySet<CorpusTranscript>> {
  const before = known.get(corpus);
  if (before !== undefined) return before;
  const names = new Map<string, Set<CorpusTranscript>>();
  for (const transcript of corpus.transcripts) {
    for (const name of [sessionOf(transcript), transcript.name, transcript.path]) {
      const key = nameKey(name);
      names.set(key, (names.get(key) ?? new Set()).add(transcript));
    }
  }
  known.set(corpus, names);
  return names;
}
