import { codeSpan, escapeForExport } from '../../core/report/markdown.js';
import { blockQuote } from '../excerpts/markdown.js';
import { excerptText } from '../excerpts/text.js';
import { countOf } from '../phrases.js';
import { plain } from '../table.js';
import type { AnswerCounts, AnswerRow } from './rows.js';

/** The answer to a question for reading in a terminal, in the order of the texts. */
export function* answerText(rows: readonly AnswerRow[], counts: AnswerCounts): Generator<string> {
  for (const row of rows) yield excerptText(row, `[${row.code}]`);
  yield `${countedAnswer(counts)}.\n`;
}

/** The answer as a Markdown document: a heading per transcript, a block quote with attribution per excerpt. */
export function* answerMarkdown(
  title: string,
  query: string,
  rows: readonly AnswerRow[],
  counts: AnswerCounts,
): Generator<string> {
  yield `# ${escapeForExport(title)}\n`;
  if (query !== '') yield `\n${codeSpan(plain(query))}\n`;
  yield `\n${countedAnswer(counts)}.\n`;
  let transcript: string | undefined;
  for (const row of rows) {
    if (row.transcript !== transcript) yield `\n## ${escapeForExport(row.transcript)}\n`;
    transcript = row.transcript;
    yield `\n${blockQuote(row, row.title ?? `${row.code} (not in the codebook)`)}`;
  }
}

/** “3 participants, 5 excerpts, 2 transcripts”. */
function countedAnswer({ participants, excerpts, transcripts }: AnswerCounts): string {
  if (excerpts === 0) return 'No excerpts';
  return [countOf(participants, 'participant'), countOf(excerpts, 'excerpt'), countOf(transcripts, 'transcript')].join(
    ', ',
  );
}
