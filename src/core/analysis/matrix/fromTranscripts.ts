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
  const key = name === undefined ? undefined : nameKey(name);
  const called = corpus.transcripts.filter(transcript =>
    [sessionOf(transcript), transcript.name, transcript.path].some(each => nameKey(each) === key),
  );
  const isClear = called.length === transcripts.length && called.every(each => transcripts.includes(each));
  if (name !== undefined && isClear) return term('session', name);
  return anyOf(transcripts.map(({ path }) => term('session', path)));
}
