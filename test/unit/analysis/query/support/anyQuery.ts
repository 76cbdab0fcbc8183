import fc from 'fast-check';
import { type Query, RELATIONS } from '../../../../../src/core/analysis/query/query.js';
import { anyText } from '../../../support/arbitraries.js';

type Term = Extract<Query, { is: 'term' }>;

const term = (field: string, value: string): Term => ({ is: 'term', field, value });

/** Terms whose values are allowed, with names and texts of all sorts. */
export const anyTerm: fc.Arbitrary<Term> = fc.oneof(
  fc
    .tuple(
      fc.oneof(fc.constantFrom('code', 'theme', 'coder', 'role', 'session', 'years in role'), anyField()),
      anyText({ minLength: 1 }).filter(value => value.trim() !== ''),
    )
    .map(([field, value]) => term(field, value)),
  fc
    .constantFrom('near', 'and', '3', '3:4', 'a:b', 'not', '-x', '#', 'followed', '*')
    .map(value => term('code', value)),
  anyText().map(text => term('words', `a${text}`)),
  fc.constantFrom('in-scope', 'doubtful', 'example', 'certain').map(value => term('is', value)),
  fc.constantFrom('2026', '2026-03..', '..2026-03-02', '2025..2026-01').map(value => term('created', value)),
);

/** A field that no relation has the name of, in small letters. */
function anyField(): fc.Arbitrary<string> {
  const taken = new Set<string>([...RELATIONS, 'is', 'phase', 'evidence', 'created', 'date', 'words', 'memo']);
  return anyText({ minLength: 1, maxLength: 8 })
    .map(text => text.trim().toLowerCase())
    .filter(field => field !== '' && field === field.trim().toLowerCase() && !taken.has(field));
}

/** Questions as they are read: no `and` or `or` of a single part. */
export function anyQuery(terms: fc.Arbitrary<Query> = anyTerm): fc.Arbitrary<Query> {
  return fc.letrec<{ query: Query }>(tie => {
    const several = fc.array(tie('query'), { minLength: 2, maxLength: 3 });
    const relation = fc
      .record({
        how: fc.constantFrom(...RELATIONS),
        turns: fc.option(fc.nat(4), { nil: undefined }),
        other: tie('query'),
      })
      .map(({ how, turns, other }): Query => {
        const counts = turns !== undefined && (how === 'near' || how === 'followed-by');
        return { is: 'relation', how, ...(counts ? { turns } : {}), other };
      });
    return {
      query: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        terms,
        fc.constant<Query>({ is: 'and', of: [] }),
        several.map((of): Query => ({ is: 'and', of })),
        several.map((of): Query => ({ is: 'or', of })),
        tie('query').map((of): Query => ({ is: 'not', of })),
        relation,
      ),
    };
  }).query;
}
