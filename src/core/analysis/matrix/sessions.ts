import type { Corpus, CorpusTranscript } from '../corpus/corpus.js';
import { sessionOf } from '../query/fields/facts.js';
import { nameKey } from '../query/fields/field.js';
import type { Query } from '../query/query.js';
import { anyOf, term } from './questions.js';

/** A session: one transcript, or those whose front matter says that they belong together. */
export interface Session {
  /** What it is known by, in every study another one. */
  readonly key: string;
  readonly label: string;
  /** By path. */
  readonly transcripts: readonly CorpusTranscript[];
}

/** The sessions of a study, by the path of their first transcript. */
export function sessionsOf(corpus: Corpus): Session[] {
  const groups = new Map<string, CorpusTranscript[]>();
  for (const transcript of corpus.transcripts) {
    const key = nameKey(sessionOf(transcript));
    groups.set(key, [...(groups.get(key) ?? []), transcript]);
  }
  const sessions = [...groups.values()].flatMap(group => {
    const [first] = group as [CorpusTranscript];
    // Two folders may have a file of the same name: only front matter joins them.
    const isOne = group.length === 1 || group.some(transcript => sessionOf(transcript) !== transcript.name);
    if (isOne) return [{ key: sessionOf(first), label: sessionOf(first), transcripts: group }];
    return group.map(transcript => ({ key: transcript.path, label: transcript.path, transcripts: [transcript] }));
  });
  const order = new Map(corpus.transcripts.map((transcript, i) => [transcript, i]));
  const place = ({ transcripts: [first] }: Session): number => order.get(first as CorpusTranscript) ?? 0;
  return sessions.sort((a, b) => place(a) - place(b));
}

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
