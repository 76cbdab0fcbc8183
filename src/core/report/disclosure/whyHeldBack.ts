import type { CorpusExcerpt } from '../../analysis/corpus/corpus.js';
import { nameKey } from '../../analysis/query/fields/field.js';
import { isOwnField } from '../../analysis/query/fields/fields.js';
import type { Query, QueryTerm } from '../../analysis/query/query.js';
import type { Disclosure } from '../../study/disclosure.js';
import { withheldNames } from './publicPeople.js';

/**
 * Why a question is not answered in an export: it asks for what must not leave, so that the answer would say who has it. Undefined where it
 * does not. The one sentence for the window and the command line.
 */
export function whyHeldBack(query: Query, policy: Disclosure | undefined): string | undefined {
  if (policy === undefined) return undefined;
  const isWithheld = withheldNames(policy.withhold, policy.publicIds);
  for (const { field } of termsOf(query)) {
    if (isWithheld(field)) return `The question asks for “${field}”, which the study’s disclosure policy holds back.`;
    if (field === 'memo')
      return 'The question asks for notes on codings, which were written for the team and are held back.';
  }
  return undefined;
}

/**
 * Why the answer to a question is not given in an export: it asks by an attribute, and so few people answer that they could be recognised.
 * Undefined where that is not so.
 */
export function whyTooFew(
  query: Query,
  excerpts: readonly CorpusExcerpt[],
  policy: Disclosure | undefined,
): string | undefined {
  if (policy === undefined || !asksForAttribute(query)) return undefined;
  const people = new Set(excerpts.flatMap(({ participants }) => participants)).size;
  if (people === 0 || people >= policy.smallestCell) return undefined;
  return `Fewer than ${policy.smallestCell} people answer this question by an attribute, which the study’s disclosure policy holds back.`;
}

/** Why a table of all that a question finds is not made in an export: it would count people by an attribute. Undefined where it may be. */
export function whyByAttribute(query: Query | undefined, policy: Disclosure | undefined): string | undefined {
  if (policy === undefined || policy.smallestCell < 2 || query === undefined || !asksForAttribute(query))
    return undefined;
  return 'The table would count people by an attribute, and some cells may be too small.';
}

/** Whether a question asks for people or sessions by an attribute, so that its answer counts them by it. */
export function asksForAttribute(query: Query): boolean {
  return termsOf(query).some(({ field }) => isAttribute(field));
}

/** Whether rows, columns or a question of this name are about an attribute of people or sessions. */
export function isAttribute(name: string): boolean {
  const key = nameKey(name);
  return key === 'date' || !(isOwnField(key) || key === 'theme');
}

function termsOf(query: Query): QueryTerm[] {
  if (query.is === 'term') return [query];
  if (query.is === 'relation') return termsOf(query.other);
  return query.is === 'not' ? termsOf(query.of) : query.of.flatMap(termsOf);
}
