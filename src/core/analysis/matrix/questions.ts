import type { CodebookEntry } from '../../codebook/codebook.js';
import type { Corpus } from '../corpus/corpus.js';
import { entriesCalled } from '../query/fields/codes.js';
import { EVERYTHING, type Query } from '../query/query.js';

/** The question that excerpts answer whose `field` is `value`. */
export function term(field: string, value: string): Query {
  return { is: 'term', field, value };
}

/** What excerpts answer that answer all of these; questions that are an `and` themselves are taken apart. */
export function allOf(...queries: readonly Query[]): Query {
  const of = queries.flatMap(query => (query.is === 'and' ? query.of : [query]));
  return of.length === 1 ? (of[0] as Query) : { is: 'and', of };
}

/** What excerpts answer that answer any of these; without any none does. */
export function anyOf(queries: readonly Query[]): Query {
  const [only] = queries;
  return only !== undefined && queries.length === 1 ? only : { is: 'or', of: queries };
}

export function noneOf(queries: readonly Query[]): Query {
  return queries.length === 0 ? EVERYTHING : { is: 'not', of: anyOf(queries) };
}

/** The excerpts that have one code, without those of codes that are nested in it. */
export function exactly(corpus: Corpus, code: CodebookEntry): Query {
  return allOf(term('code', code.id), noneOf(nestedIn(corpus, code).map(({ id }) => term('code', id))));
}

/** The same without codings that mark what is in scope, where it may find some. */
export function withoutMarks(corpus: Corpus, query: Query): Query {
  if (findsNoMarks(corpus, query)) return query;
  // What is nested in a code that marks the scope marks it as well.
  const marks = [...corpus.scopeCodes].filter(code => ![...corpus.scopeCodes].some(above => isBelow(code, above)));
  return allOf(query, noneOf(marks.map(({ id }) => term('code', id))));
}

/** Whether a question surely finds no coding that marks what is in scope. */
function findsNoMarks(corpus: Corpus, query: Query): boolean {
  if (corpus.scopeCodes.size === 0) return true;
  return holdsFor(query, ({ field, value }) => {
    const entry = field === 'code' || field === 'theme' ? corpus.study.codebook.find(value) : undefined;
    return entry !== undefined && ![...corpus.scopeCodes].some(code => code === entry || isBelow(code, entry));
  });
}

/** Whether a question asks by name for a code that marks what is in scope; what an excerpt is to stand beside does not count. */
export function asksForMarks(corpus: Corpus, query: Query): boolean {
  if (query.is === 'and' || query.is === 'or') return query.of.some(part => asksForMarks(corpus, part));
  if (query.is !== 'term' || query.field !== 'code') return false;
  return entriesCalled(query.value, corpus).some(entry => corpus.scopeCodes.has(entry));
}

/** The topmost entries in another one that go by their ids; of two with the same id the first one does. */
function nestedIn(corpus: Corpus, entry: CodebookEntry): CodebookEntry[] {
  return entry.children.flatMap(child =>
    corpus.study.codebook.find(child.id) === child ? [child] : nestedIn(corpus, child),
  );
}

function isBelow(entry: CodebookEntry, above: CodebookEntry): boolean {
  for (let at = entry.parent; at !== undefined; at = at.parent) if (at === above) return true;
  return false;
}

/**
 * Whether a question surely finds no excerpt without a certain place.
 * @param aboutSpeakers fields that are about who speaks, and about nothing else
 */
export function findsPlaced(query: Query, aboutSpeakers: readonly string[]): boolean {
  return holdsFor(
    query,
    ({ field, value }) => aboutSpeakers.includes(field) || (field === 'is' && value === 'in-scope'),
  );
}

/** Whether all that a question finds answers a term that is such, as far as its form tells. */
function holdsFor(query: Query, isSuch: (term: Extract<Query, { is: 'term' }>) => boolean): boolean {
  if (query.is === 'term') return isSuch(query);
  if (query.is === 'and') return query.of.some(part => holdsFor(part, isSuch));
  return query.is === 'or' && query.of.every(part => holdsFor(part, isSuch));
}
