import type { Corpus } from '../../analysis/corpus/corpus.js';
import { matrixOf } from '../../analysis/matrix/matrixOf.js';
import { ask } from '../../analysis/query/ask.js';
import { sessionsOf } from '../../analysis/sample/sessions.js';
import { atOnce } from '../../pieces.js';
import { NUMERAL, numeralValue } from './numerals.js';
import type { Judged } from './people.js';

/** A number with a comment right behind it that says what is counted. */
export const MARKED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<number>${NUMERAL})\\s*<!--\\s*(?<what>participants|excerpts|sessions)\\s*:(?<query>[\\s\\S]*?)-->`,
  'giu',
);

/** Counts what a marked number says it counts. */
export function judgeMarked(corpus: Corpus, number: string, what: string, question: string): Judged {
  const said = numeralValue(number) ?? 0;
  const query = question.replace(/\s+/g, ' ').trim();
  const says = `${said} ${what} (${query})`;
  const answer = atOnce(ask(query, corpus));
  if (answer.query === undefined) {
    return { verdict: 'wrong', says, data: answer.problems.map(({ message }) => message).join(' ') };
  }
  const { total } = atOnce(matrixOf(corpus, { rows: 'participant', columns: 'session', query: answer.query }));
  const value =
    what === 'participants'
      ? total.participants.length
      : what === 'excerpts'
        ? answer.excerpts.length
        : sessionsOf([...new Set(answer.excerpts.map(({ transcript }) => transcript))]).length;
  return { verdict: value === said ? 'right' : 'wrong', says, data: `${value} ${what}` };
}
