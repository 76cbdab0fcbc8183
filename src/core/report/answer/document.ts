import type { CorpusExcerpt } from '../../analysis/corpus/corpus.js';
import type { Study } from '../../study/study.js';
import { withHeldBack } from '../disclosure/atEnd.js';
import { formatCsv } from '../excerpts/csv.js';
import { jsonParts } from '../json.js';
import { answerMarkdown } from './markdown.js';
import { answerRow, countAnswer } from './rows.js';

/** What an answer can be written as. */
export type AnswerFormat = 'csv' | 'md' | 'json';

/** A question and all that answers it. */
export interface AnsweredQuestion {
  /** What the document is called. */
  readonly title: string;
  /** The question in its canonical form. */
  readonly query: string;
  readonly excerpts: readonly CorpusExcerpt[];
  /** What was held back, in sentences; missing where nothing was. */
  readonly heldBack?: readonly string[];
}

/** An answer as a document, in pieces; the same for the same question and the same files, wherever it is written. */
export function answerDocument(
  format: AnswerFormat,
  study: Pick<Study, 'entry'>,
  { title, query, excerpts, heldBack = [] }: AnsweredQuestion,
): Iterable<string> {
  const rows = excerpts.map(excerpt => answerRow(study, excerpt));
  const counts = countAnswer(excerpts);
  if (format === 'json')
    return jsonParts({ query, excerpts: rows, counts, ...(heldBack.length === 0 ? {} : { heldBack }) });
  return format === 'csv' ? formatCsv(rows) : withHeldBack(answerMarkdown(title, query, rows, counts), heldBack);
}
