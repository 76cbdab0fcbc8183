import { compareNames } from '../../text/compare.js';
import { type Coded, type CoOccurrence, codePassages, coOccurrences } from '../coOccurrence.js';
import type { Corpus, CorpusExcerpt } from '../corpus/corpus.js';
import { formatQuery } from '../query/format.js';
import type { Query } from '../query/query.js';
import { askedOf } from './asked.js';
import { codeAxis } from './axes/codeAxis.js';
import type { CooccurrenceMatrix, CooccurrenceOptions, Meeting, MeetingUnit } from './matrix.js';
import { allOf, anyOf, term } from './questions.js';

/** Counts where codes meet. Near-linear in the excerpts and the meetings there are. */
export function cooccurrenceOf(corpus: Corpus, options: CooccurrenceOptions): CooccurrenceMatrix {
  const { unit, withScopeCodes = false } = options;
  const asked = askedOf(corpus, options);
  const { headers } = codeAxis(corpus, withScopeCodes);
  const places = new Map(headers.map(({ key }, i) => [key, i]));
  const { lists, count } = codedIn(corpus, asked.excerpts, unit, places);
  const key = (a: number, b: number): number => Math.min(a, b) * headers.length + Math.max(a, b);
  const place = (code: string): number => places.get(code) as number;
  const meetings = new Map<number, Omit<CoOccurrence, 'a' | 'b'>>();
  for (const { a, b, ...rest } of coOccurrences(lists, typeof unit === 'object' ? unit.near : 0))
    meetings.set(key(place(a), place(b)), rest);
  for (const [code, passages] of codePassages(lists)) meetings.set(key(place(code), place(code)), passages);

  const questionOf = (a: number, b: number): Query => {
    const [one, other] = [a, b].map(i => (headers[i] as (typeof headers)[number]).query) as [Query, Query];
    if (a === b) return allOf(one, asked.query, term('is', 'certain'));
    const beside = (query: Query): Query => relation(unit, allOf(query, asked.query));
    return allOf(anyOf([allOf(one, beside(other)), allOf(other, beside(one))]), asked.query);
  };
  const known = new Map<number, Meeting>();
  return {
    unit,
    codes: headers.map(({ key: id, label, depth }) => ({ key: id, label, ...(depth === undefined ? {} : { depth }) })),
    cell(a, b) {
      const found = meetings.get(key(a, b));
      if (found === undefined) return undefined;
      const participants = [...found.participants].sort(compareNames);
      const meeting = known.get(key(a, b)) ?? {
        passages: found.passages,
        participants,
        query: formatQuery(questionOf(Math.min(a, b), Math.max(a, b))),
      };
      known.set(key(a, b), meeting);
      return meeting;
    },
    left: { inDoubt: asked.inDoubt, elsewhere: asked.excerpts.length - count },
  };
}

/** What stands where two codes are to meet. */
function relation(unit: MeetingUnit, other: Query): Query {
  if (unit === 'overlap') return { is: 'relation', how: 'overlaps', other };
  return { is: 'relation', how: 'near', turns: unit === 'turn' ? 0 : unit.near, other };
}

/** The excerpts of known codes by transcript, in code points or turns, and how many there are. */
function codedIn(
  corpus: Corpus,
  excerpts: readonly CorpusExcerpt[],
  unit: MeetingUnit,
  codes: ReadonlyMap<string, number>,
): { lists: Iterable<readonly Coded[]>; count: number } {
  const lists = new Map<CorpusExcerpt['transcript'], Coded[]>();
  let count = 0;
  for (const excerpt of excerpts) {
    const { span, turns, participants, transcript } = excerpt;
    const entry = corpus.codeOf(excerpt);
    const place = unit === 'overlap' ? span : turns && { start: turns.first, end: turns.last + 1 };
    if (place === undefined || entry?.kind !== 'code' || !codes.has(entry.id)) continue;
    const list = lists.get(transcript) ?? [];
    lists.set(transcript, list);
    list.push({ code: entry.id, span: place, participants });
    count++;
  }
  return { lists: [...lists.values()], count };
}
