import type { Query } from './query.js';

/** Where a part of a question stands in its text, in UTF-16 units. */
export interface QueryPlace {
  readonly from: number;
  readonly to: number;
}

/** A question is plain data and knows no text; where its parts were read is remembered beside it. */
const places = new WeakMap<Query, QueryPlace>();

/** Remembers where a part of a question was read. */
export function readAt<T extends Query>(query: T, from: number, to: number): T {
  places.set(query, { from, to });
  return query;
}

/** Where a part of a question was read; undefined where it was made by other means than reading. */
export function placeOfQuery(query: Query): QueryPlace | undefined {
  return places.get(query);
}
