import type { Problem } from '../../../problem.js';
import type { Study } from '../../../study/study.js';
import { Corpus } from '../../corpus/corpus.js';
import { checkQuery } from '../check.js';
import { nameKey } from '../fields/field.js';
import { parseQuery } from '../parse.js';
import type { QueryProblem, QueryTerm } from '../query.js';
import type { SavedQuery } from './savedQuery.js';

/**
 * What is wrong with the saved questions as far as it shows without reading a transcript: those that cannot be read, and codes and themes
 * that are gone. People, sessions and their attributes are looked up when a question is asked.
 */
export function queryProblems(study: Study): Problem[] {
  const saved = study.queries.all();
  if (saved.length === 0) return [];
  const used = new Set(Array.from(study.index.usedCodes(), nameKey));
  const isChecked = ({ field, value }: QueryTerm): boolean =>
    field === 'theme' || (field === 'code' && !used.has(nameKey(value)));
  const corpus = new Corpus(study, [], false);
  return saved.flatMap(one => {
    const { query, problems } = parseQuery(one.source);
    if (query === undefined) return problems.map(problem => located(one, problem, 'broken-query', 'error'));
    return checkQuery(query, corpus, isChecked).map(problem => located(one, problem, 'query-name', 'warning'));
  });
}

function located(
  { path, source }: SavedQuery,
  { from, to, message, remedy }: QueryProblem,
  rule: string,
  severity: Problem['severity'],
): Problem {
  const start = source.lastIndexOf('\n', from - 1) + 1;
  const end = source.indexOf('\n', from);
  // One that is about the end of the text is shown at its last character.
  const last = Math.min(Math.max(to, from + 1), end === -1 ? source.length : end) - start;
  const first = Math.min(from - start, Math.max(0, last - 1));
  const line = source.slice(0, start).split('\n').length;
  return { rule, severity, file: path, line, columns: [first, last], message, remedy };
}
