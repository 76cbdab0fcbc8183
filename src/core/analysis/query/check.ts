import { didYouMean, nearest } from '../../text/nearest.js';
import type { Corpus } from '../corpus/corpus.js';
import { factsOf } from './fields/facts.js';
import type { QueryField } from './fields/field.js';
import { nameKey } from './fields/field.js';
import { FIELDS, fieldCalled, isOwnField } from './fields/fields.js';
import { ANY, formProblems, problemAt } from './form.js';
import { formatQuery } from './format.js';
import { parseQuery } from './parse.js';
import { placeOfQuery } from './places.js';
import type { Query, QueryProblem, QueryTerm } from './query.js';
import { RELATIONS } from './query.js';

/**
 * What a question asks for that the study does not have: fields, codes, coders, participants, sessions, values. Where the question
 * was read from a text, places are in that text, else in the text that `formatQuery` makes of it.
 */
export function checkQuery(
  query: Query,
  corpus: Corpus,
  isChecked: (term: QueryTerm) => boolean = () => true,
): readonly QueryProblem[] {
  const read = placeOfQuery(query) === undefined ? (parseQuery(formatQuery(query)).query ?? query) : query;
  const problems = [
    ...formProblems(read),
    ...termsOf(read)
      .filter(isChecked)
      .flatMap(term => unknownIn(term, corpus)),
  ];
  return problems.sort((a, b) => a.from - b.from);
}

function termsOf(query: Query): QueryTerm[] {
  if (query.is === 'term') return [query];
  if (query.is === 'relation') return termsOf(query.other);
  return query.is === 'not' ? termsOf(query.of) : query.of.flatMap(termsOf);
}

function unknownIn(term: QueryTerm, corpus: Corpus): QueryProblem[] {
  const field = fieldCalled(term.field);
  if (!isOwnField(term.field) && !factsOf(corpus).others.has(nameKey(term.field))) return [unknownField(term, corpus)];
  if (term.value === ANY || field.known === undefined) return [];
  const key = field.key(term.value);
  // Spelt as first met: an id before the title that differs from it in letter case only.
  const names = new Map<string, string>();
  for (const name of field.known(corpus)) if (!names.has(field.key(name))) names.set(field.key(name), name);
  return names.has(key) ? [] : [unknownValue(term, field, corpus, names.values())];
}

function unknownField(term: QueryTerm, corpus: Corpus): QueryProblem {
  const names = [...FIELDS.map(({ field }) => field), ...RELATIONS, ...othersOf(corpus)];
  const words = `To search for the words, write "${term.field}:${term.value}".`;
  return problemAt(
    term,
    `“${term.field}” is no field, no column of participants.csv and no entry of any front matter.`,
    `${didYouMean(nearest(term.field, names), `Write one of ${names.join(', ')}.`)} ${words}`,
  );
}

function othersOf(corpus: Corpus): string[] {
  return [...factsOf(corpus).others.values()].map(({ name }) => name.toLowerCase());
}

const MOST_NAMED = 8;

function unknownValue(term: QueryTerm, field: QueryField, corpus: Corpus, names: Iterable<string>): QueryProblem {
  const { value } = term;
  if (term.field === 'theme') {
    const code = corpus.study.codebook.find(value);
    if (code !== undefined) return problemAt(term, `“${value}” is a code, not a theme.`, `Write code:${value}.`);
  }
  const near = nearest(value, names);
  const offered = field.values(corpus).map(one => one.value);
  const some = offered.length > MOST_NAMED ? [...offered.slice(0, MOST_NAMED), '…'] : offered;
  const otherwise = offered.length === 0 ? 'The study has none yet.' : `Choose among: ${some.join(', ')}.`;
  const message = isOwnField(term.field)
    ? `The study has no ${field.label} “${value}”.`
    : `Nobody and no transcript has “${value}” as ${field.label}.`;
  return problemAt(term, message, didYouMean(near, otherwise));
}
