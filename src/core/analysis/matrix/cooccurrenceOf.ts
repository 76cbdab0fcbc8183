import { each, type Pieces } from '../../pieces.js';
import { type Coded, type CodePassages, meetingsOf } from '../coOccurrence.js';
import type { Corpus, CorpusExcerpt } from '../corpus/corpus.js';
import { formatQuery } from '../query/format.js';
import type { Query } from '../query/query.js';
import { askedOf } from './asked.js';
import { codeAxis } from './axes/codeAxis.js';
import type { CooccurrenceMatrix, CooccurrenceOptions, Meeting, MeetingUnit } from './matrix.js';
import { orderIn, peopleIn, populationOf } from './population.js';
import { allOf, anyOf, term } from './questions.js';

/** Counts where codes meet. Near-linear in the excerpts and the meetings there are. */
export function* cooccurrenceOf(corpus: Corpus, options: CooccurrenceOptions): Pieces<CooccurrenceMatrix> {
  const { unit } = options;
  const asked = yield* askedOf(corpus, options);
  const { headers } = codeAxis(corpus, asked.withScopeCodes);
  const places = new Map(headers.map(({ key }, i) => [key, i]));
  const { lists, count } = yield* codedIn(corpus, asked.excerpts, unit, places);
  const key = (a: number, b: number): number => Math.min(a, b) * headers.length + Math.max(a, b);
  const place = (code: string): number => places.get(code) as number;
  const found = yield* meetingsOf(lists, typeof unit === 'object' ? unit.near : 0);
  const meetings = new Map<number, CodePassages>();
  yield* each(found.pairs, PIECE, pair => meetings.set(key(place(pair.a), place(pair.b)), pair));
  for (const [code, passages] of found.codes) meetings.set(key(place(code), place(code)), passages);

  const questionOf = (a: number, b: number): Query => {
    const [one, other] = [a, b].map(i => (headers[i] as (typeof headers)[number]).query) as [Query, Query];
    if (a === b) return allOf(one, asked.query, term('is', 'certain'));
    const beside = (query: Query): Query => relation(unit, allOf(query, asked.query));
    return allOf(anyOf([allOf(one, beside(other)), allOf(other, beside(one))]), asked.query);
  };
  const population = yield* populationOf(corpus, asked.speakers);
  const people = peopleIn(population).size;
  const inOrder = orderIn(population);
  const known = new Map<number, Meeting>();
  return {
    unit,
    ...(people === 0 ? {} : { people }),
    codes: headers.map(({ key: id, label, depth }) => ({ key: id, label, ...(depth === undefined ? {} : { depth }) })),
    cell(a, b) {
      const at = key(a, b);
      const passages = meetings.get(at);
      if (passages === undefined) return undefined;
      const meeting =
        known.get(at) ??
        new FoundMeeting(passages.passages, inOrder(passages.participants), () =>
          formatQuery(questionOf(Math.min(a, b), Math.max(a, b))),
        );
      known.set(at, meeting);
      return meeting;
    },
    left: { inDoubt: asked.inDoubt, elsewhere: asked.excerpts.length - count },
  };
}

/** A meeting of which the question is worked out when somebody asks for it. */
class FoundMeeting implements Meeting {
  private known: string | undefined;

  constructor(
    readonly passages: number,
    readonly participants: readonly string[],
    private readonly question: () => string,
  ) {}

  get query(): string {
    this.known ??= this.question();
    return this.known;
  }
}

/** What stands where two codes are to meet. */
function relation(unit: MeetingUnit, other: Query): Query {
  if (unit === 'overlap') return { is: 'relation', how: 'overlaps', other };
  return { is: 'relation', how: 'near', turns: unit === 'turn' ? 0 : unit.near, other };
}

/** How many excerpts are looked at in one go. */
const PIECE = 1000;

/** The excerpts of known codes by transcript, in code points or turns, and how many there are. */
function* codedIn(
  corpus: Corpus,
  excerpts: readonly CorpusExcerpt[],
  unit: MeetingUnit,
  codes: ReadonlyMap<string, number>,
): Pieces<{ lists: readonly (readonly Coded[])[]; count: number }> {
  const lists: Coded[][] = [];
  let list: Coded[] = [];
  let last: CorpusExcerpt['transcript'] | undefined;
  let count = 0;
  yield* each(excerpts, PIECE, excerpt => {
    const { span, turns, participants, transcript } = excerpt;
    const entry = corpus.codeOf(excerpt);
    const place = unit === 'overlap' ? span : turns && { start: turns.first, end: turns.last + 1 };
    if (place === undefined || entry?.kind !== 'code' || !codes.has(entry.id)) return;
    if (transcript !== last) {
      last = transcript;
      list = [];
      lists.push(list);
    }
    list.push({ code: entry.id, span: place, participants });
    count++;
  });
  return { lists, count };
}
