import type { CorpusExcerpt } from '../../analysis/corpus/corpus.js';
import type { Study } from '../../study/study.js';
import { type ExcerptRow, rowOf } from '../excerpts/row.js';

/** An excerpt that answers a question, as every output format gets it; also an entry of its JSON. */
export interface AnswerRow extends ExcerptRow {
  /** Who of the declared participants speaks in it. */
  readonly participants: readonly string[];
}

/** What there is to say about an excerpt that answers a question. */
export function answerRow(study: Pick<Study, 'entry'>, excerpt: CorpusExcerpt): AnswerRow {
  const { transcript, voices, participants } = excerpt;
  const speakers = voices.map(({ speaker }) => speaker);
  return { ...rowOf(study, { ...excerpt, transcript: transcript.path, speakers }), participants };
}

/** What an answer comes to: people first. */
export interface AnswerCounts {
  readonly participants: number;
  readonly excerpts: number;
  readonly transcripts: number;
}

/** Counts people, passages and transcripts, each once. */
export function countAnswer(excerpts: readonly CorpusExcerpt[]): AnswerCounts {
  return {
    participants: new Set(excerpts.flatMap(({ participants }) => participants)).size,
    excerpts: excerpts.length,
    transcripts: new Set(excerpts.map(({ transcript }) => transcript)).size,
  };
}
