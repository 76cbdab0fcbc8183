import type { Query } from './query.js';
import { APART } from './reader.js';

const PLAIN_FIELD = /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.-]*$/u;
const JOINS = /^(?:and|or|overlaps|within|near|followed-by|followed)$/i;
const PLAIN_VALUE = new RegExp(`^[^${APART}]+$`, 'u');

/**
 * A question as text in its canonical form: every term with its field, every `and` written, brackets where they are needed. Reading it
 * gives the same question again, but for an `and` or `or` of a single part, which is that part, and an `or` of none, which is `not ()`.
 */
export function formatQuery(query: Query): string {
  return query.is === 'and' && query.of.length === 0 ? '' : format(query, 'or');
}

/** What a part stands in: how tightly it must hold together. */
type Within = 'or' | 'and' | 'not';

function format(query: Query, within: Within): string {
  switch (query.is) {
    case 'term':
      return `${fieldText(query.field)}:${valueText(query.value)}`;
    case 'not':
      return `not ${format(query.of, 'not')}`;
    case 'relation': {
      const turns = query.turns === undefined ? '' : `${query.turns}:`;
      return `${query.how}:${turns}${operand(query.other)}`;
    }
    default:
      return joined(query.is, query.of, within);
  }
}

function joined(is: 'and' | 'or', of: readonly Query[], within: Within): string {
  const [first] = of;
  if (first === undefined) return is === 'and' ? '()' : 'not ()';
  if (of.length === 1) return format(first, within);
  // Inside its own kind it keeps its brackets, so that it is read as it is.
  const text = of
    .map(part => (part.is === is && part.of.length > 1 ? `(${format(part, 'or')})` : format(part, is)))
    .join(` ${is} `);
  return within === 'or' || (within === 'and' && is === 'and') ? text : `(${text})`;
}

/** A code stands by itself behind a relation, everything else in brackets. */
function operand(query: Query): string {
  if (query.is !== 'term' || query.field !== 'code') return `(${formatQuery(query)})`;
  const isPlain = PLAIN_FIELD.test(query.value) && !JOINS.test(query.value);
  return isPlain ? query.value : quoted(query.value);
}

function fieldText(field: string): string {
  return PLAIN_FIELD.test(field) ? field : quoted(field);
}

/** A value as it is written behind the colon of a term: quoted where it has to be. */
export function valueText(value: string): string {
  return PLAIN_VALUE.test(value) ? value : quoted(value);
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
