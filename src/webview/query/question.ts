import { formatQuery } from '../../core/analysis/query/format.js';
import { parseQuery } from '../../core/analysis/query/parse.js';
import type { QueryProblem } from '../../core/analysis/query/query.js';
import { builderOf, type Group, queryOf } from './builder/model.js';

/** A question in its two views. */
export interface Question {
  readonly text: string;
  readonly rows: Group;
  /** Why the text cannot be read; the rows are then those of the text before. */
  readonly problems: readonly QueryProblem[];
}

/** A question as it was typed. Rows that already ask it stay as they are, with those that are not filled in yet. */
export function typedQuestion(text: string, rows: Group): Question {
  const { query, problems } = parseQuery(text);
  if (query === undefined) return { text, rows, problems };
  const isSame = formatQuery(query) === formatQuery(queryOf(rows));
  return { text, rows: isSame ? rows : builderOf(query), problems: [] };
}

/** A question as it was put together. Its text stays as it was written where that asks the same. */
export function builtQuestion(rows: Group, before: string): Question {
  const text = formatQuery(queryOf(rows));
  const { query } = parseQuery(before);
  const isSame = query !== undefined && formatQuery(query) === text;
  return { text: isSame ? before : text, rows, problems: [] };
}

/** Whether anything is asked. */
export function isAsked(text: string): boolean {
  const { query } = parseQuery(text);
  return query === undefined || formatQuery(query) !== '';
}

/** Whether two texts ask the same. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [parseQuery(one).query, parseQuery(other).query];
  return a !== undefined && b !== undefined && formatQuery(a) === formatQuery(b);
}

/** The words that an answer is searched for: those of the excerpts, the memos left aside, that are asked for and not denied. */
export function wordsAsked(text: string): string[] {
  const { query } = parseQuery(text);
  const words: string[] = [];
  const collect = (part: typeof query): void => {
    if (part?.is === 'term' && part.field === 'words') words.push(part.value);
    else if (part?.is === 'and' || part?.is === 'or') part.of.forEach(collect);
  };
  collect(query);
  return words;
}
