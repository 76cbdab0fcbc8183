import { countOf } from '../../text/countOf.js';
import { plain } from '../../text/plainLine.js';
import { blockQuote } from '../excerpts/markdown.js';
import { codeSpan, escapeForExport } from '../markdown.js';
import type { AnswerCounts, AnswerRow } from './rows.js';

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
export function countedAnswer({ participants, excerpts, transcripts }: AnswerCounts): string {
  if (excerpts === 0) return 'No excerpts';
  return [countOf(participants, 'participant'), countOf(excerpts, 'excerpt'), countOf(transcripts, 'transcript')].join(
    ', ',
  );
}
