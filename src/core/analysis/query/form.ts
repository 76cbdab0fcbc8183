import { PHASES } from '../../codebook/change.js';
import { EVIDENCE } from '../../coding/evidence.js';
import { daysAsked } from './dates.js';
import { formatQuery } from './format.js';
import { placeOfQuery } from './places.js';
import type { Query, QueryProblem } from './query.js';
import { wordsPattern } from './words.js';

/** The value that stands for any value at all. */
export const ANY = '*';
/** The value for what has no mark of the kind. */
export const NONE = 'none';

/** What an excerpt can be, beside its code. */
export const STATES = ['in-scope', 'doubtful', 'example', 'certain'] as const;

/** Fields whose values are the same in every study. */
const CLOSED: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['is', STATES],
  ['phase', [...PHASES, NONE, ANY]],
  ['evidence', [...EVIDENCE, NONE, ANY]],
]);

const DATES: readonly string[] = ['created', 'date'];
const WORDS: readonly string[] = ['words', 'memo'];

/** What is wrong with a question whatever the study is: values that cannot be any. */
export function formProblems(query: Query): QueryProblem[] {
  switch (query.is) {
    case 'term': {
      const wrong = termFault(query.field, query.value);
      return wrong === undefined ? [] : [problemAt(query, ...wrong)];
    }
    case 'not':
      return formProblems(query.of);
    case 'relation': {
      const { turns = 0 } = query;
      const isNumber = Number.isSafeInteger(turns) && turns >= 0;
      const wrong = isNumber ? [] : [problemAt(query, `${turns} is no number of turns.`, 'Write 0, 1, 2 or more.')];
      return [...wrong, ...formProblems(query.other)];
    }
    default:
      return query.of.flatMap(formProblems);
  }
}

/** A problem with a part of a question, at its place where it was read. */
export function problemAt(query: Query, message: string, remedy: string): QueryProblem {
  const { from, to } = placeOfQuery(query) ?? { from: 0, to: formatQuery(query).length };
  return { from, to, message, remedy };
}

function termFault(field: string, value: string): [message: string, remedy: string] | undefined {
  if (value.trim() === '')
    return [`Nothing stands behind “${field}:”.`, `Write what is meant, or ${field}:${ANY} for any.`];
  const closed = CLOSED.get(field);
  if (closed !== undefined && !closed.includes(value.trim().toLowerCase()))
    return [`“${value}” is nothing that “${field}:” knows.`, `Write one of ${closed.join(', ')}.`];
  if (value === ANY) return undefined;
  if (DATES.includes(field) && daysAsked(value) === undefined) {
    const remedy =
      'Write a day, a month or a year, such as 2026-03-02, 2026-03 or 2026, or a range: 2026-01..2026-03, ..2026-03, 2026-01..';
    return [`“${value}” is no date.`, remedy];
  }
  if (WORDS.includes(field) && wordsPattern(value) === undefined)
    return [`There is no word in “${value}”.`, 'Write at least one letter or digit.'];
  return undefined;
}
