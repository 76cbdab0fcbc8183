import type { Query, Relation } from '../../../../../src/core/analysis/query/query.js';
import type { PlainExcerpt, PlainStudy } from './study.js';
import { isLike, turnsOf } from './terms.js';

/** The ids of the excerpts that answer a question: each is looked at by itself, and beside every other one. */
export function plainAnswer(query: Query, study: PlainStudy): string[] {
  const found = study.excerpts.filter(answers(query, study));
  const keys = new Map(found.map(excerpt => [excerpt, sortKey(excerpt)]));
  return found.sort((a, b) => ((keys.get(a) as string) < (keys.get(b) as string) ? -1 : 1)).map(({ id }) => id);
}

/** Path, then start, end, coder and id; one without a place stands where it was coded. */
function sortKey({ transcript, place, record, coder, id }: PlainExcerpt): string {
  const [start, end] = place ?? (record.at as [number, number]);
  const padded = (number: number): string => String(number).padStart(9, '0');
  return [transcript.path, padded(start), padded(end), coder, id].join('\0');
}

function answers(query: Query, study: PlainStudy): (excerpt: PlainExcerpt) => boolean {
  const holds = holding(query, study);
  const known = new Map<PlainExcerpt, boolean>();
  return excerpt => {
    if (!known.has(excerpt)) known.set(excerpt, holds(excerpt));
    return known.get(excerpt) as boolean;
  };
}

function holding(query: Query, study: PlainStudy): (excerpt: PlainExcerpt) => boolean {
  switch (query.is) {
    case 'term':
      return excerpt => isLike(query.field, query.value, excerpt, study);
    case 'not': {
      const part = answers(query.of, study);
      return excerpt => !part(excerpt);
    }
    case 'and': {
      const parts = query.of.map(part => answers(part, study));
      return excerpt => parts.every(part => part(excerpt));
    }
    case 'or': {
      const parts = query.of.map(part => answers(part, study));
      return excerpt => parts.some(part => part(excerpt));
    }
    case 'relation': {
      const part = answers(query.other, study);
      return excerpt =>
        study.excerpts.some(
          other =>
            other !== excerpt &&
            other.transcript === excerpt.transcript &&
            stands(query.how, query.turns ?? 1, excerpt, other) &&
            part(other),
        );
    }
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
