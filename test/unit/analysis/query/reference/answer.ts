import type { Query, Relation } from '../../../../../src/core/analysis/query/query.js';
import type { PlainExcerpt, PlainStudy } from './study.js';
import { isLike, turnsOf } from './terms.js';

/** The ids of the excerpts that answer a question: each is looked at by itself, and beside every other one. */
export function plainAnswer(query: Query, study: PlainStudy): string[] {
  const found = study.excerpts.filter(excerpt => answers(query, excerpt, study));
  const keys = new Map(found.map(excerpt => [excerpt, sortKey(excerpt)]));
  return found.sort((a, b) => ((keys.get(a) as string) < (keys.get(b) as string) ? -1 : 1)).map(({ id }) => id);
}

/** Path, then start, end, coder and id; one without a place stands where it was coded. */
function sortKey({ transcript, place, record, coder, id }: PlainExcerpt): string {
  const [start, end] = place ?? (record.at as [number, number]);
  const padded = (number: number): string => String(number).padStart(9, '0');
  return [transcript.path, padded(start), padded(end), coder, id].join('\0');
}

function answers(query: Query, excerpt: PlainExcerpt, study: PlainStudy): boolean {
  switch (query.is) {
    case 'term':
      return isLike(query.field, query.value, excerpt, study);
    case 'not':
      return !answers(query.of, excerpt, study);
    case 'and':
      return query.of.every(part => answers(part, excerpt, study));
    case 'or':
      return query.of.some(part => answers(part, excerpt, study));
    case 'relation':
      return study.excerpts.some(
        other =>
          other !== excerpt &&
          other.transcript === excerpt.transcript &&
          stands(query.how, query.turns ?? 1, excerpt, other) &&
          answers(query.other, other, study),
      );
  }
}

/** Whether one stands to another one like this. */
function stands(how: Relation, turns: number, one: PlainExcerpt, other: PlainExcerpt): boolean {
  if (one.place === undefined || other.place === undefined) return false;
  const [[start, end], [otherStart, otherEnd]] = [one.place, other.place];
  if (how === 'within') return otherStart <= start && end <= otherEnd;
  if (how === 'overlaps') {
    for (let at = start; at < end; at++) if (otherStart <= at && at < otherEnd) return true;
    return false;
  }
  const [own, others] = [turnsOf(one), turnsOf(other)];
  if (own.length === 0 || others.length === 0) return false;
  if (how === 'followed-by' && otherStart < end) return false;
  const from = how === 'followed-by' ? own.slice(-1) : own;
  const to = how === 'followed-by' ? others.slice(0, 1) : others;
  return from.some(a => to.some(b => Math.abs(a - b) <= turns));
}
