import { countedAnswer } from '../../core/report/answer/markdown.js';
import type { AnswerCounts, AnswerRow } from '../../core/report/answer/rows.js';
import { excerptText } from '../excerpts/text.js';

/** The answer to a question for reading in a terminal, in the order of the texts. */
export function* answerText(rows: readonly AnswerRow[], counts: AnswerCounts): Generator<string> {
  for (const row of rows) yield excerptText(row, `[${row.code}]`);
  yield `${countedAnswer(counts)}.\n`;
}
