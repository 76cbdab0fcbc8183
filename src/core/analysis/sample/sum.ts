import { compareIds } from '../people.js';

/** Those who took part in one session, and what kind of session it was. */
export interface Attended {
  /** As it is compared; empty where the session has no kind. */
  readonly kind: string;
  /** Ids, each once. */
  readonly people: readonly string[];
}

/** People who are counted more often than they are: each takes `times` − 1 off. */
export interface Repeated {
  /** In how many sessions of a kind, or in how many kinds. 2 or more. */
  readonly times: number;
  /** Sorted, NP2 before NP11. */
  readonly people: readonly string[];
}

/** One kind of session in a sum: `places` less what `repeated` takes off is `people`. */
export interface KindSum {
  readonly kind: string;
  /** In how many of them somebody took part. */
  readonly sessions: number;
  /** Participations: each person once for each session. */
  readonly places: number;
  /** Who took part in several of this kind, those who did least often first. */
  readonly repeated: readonly Repeated[];
  /** How many different people. */
  readonly people: number;
}

/** How many people took part, and why so many: the people of all kinds less what `across` takes off is `people`. */
export interface SampleSum {
  /** Kinds in which somebody took part. */
  readonly kinds: readonly KindSum[];
  readonly sessions: number;
  readonly places: number;
  /** Who took part in several kinds. */
  readonly across: readonly Repeated[];
  readonly people: number;
}

/**
 * Counts people and participations apart.
 * @param attended the sessions; those where nobody took part do not count
 * @param order kinds in the order in which they are to be named
 */
export function sumOf(attended: readonly Attended[], order: readonly string[]): SampleSum {
  const held = attended.filter(({ people }) => people.length > 0);
  const kinds = order.flatMap(kind => {
    const ofKind = held.filter(one => one.kind === kind);
    return ofKind.length === 0 ? [] : [kindSum(kind, ofKind)];
  });
  const everybody = new Map<string, Set<string>>();
  for (const { kind, people } of held)
    for (const id of people) everybody.set(id, (everybody.get(id) ?? new Set()).add(kind));
  return {
    kinds,
    sessions: held.length,
    places: held.reduce((sum, { people }) => sum + people.length, 0),
    across: repeatedIn([...everybody].map(([id, of]) => [id, of.size])),
    people: everybody.size,
  };
}

/** How many the repeated take off. */
export function takenOff(repeated: readonly Repeated[]): number {
  return repeated.reduce((sum, { times, people }) => sum + (times - 1) * people.length, 0);
}

/** Whether the sum comes out at every step; it always does, unless we have miscounted. */
export function addsUp({ kinds, across, people, places, sessions }: SampleSum): boolean {
  const sum = (value: (kind: KindSum) => number): number => kinds.reduce((total, kind) => total + value(kind), 0);
  return (
    kinds.every(kind => kind.places - takenOff(kind.repeated) === kind.people) &&
    sum(kind => kind.people) - takenOff(across) === people &&
    sum(kind => kind.places) === places &&
    sum(kind => kind.sessions) === sessions
  );
}

function kindSum(kind: string, sessions: readonly Attended[]): KindSum {
  const times = new Map<string, number>();
  for (const { people } of sessions) for (const id of people) times.set(id, (times.get(id) ?? 0) + 1);
  const places = sessions.reduce((sum, { people }) => sum + people.length, 0);
  return { kind, sessions: sessions.length, places, repeated: repeatedIn([...times]), people: times.size };
}

function repeatedIn(times: readonly (readonly [string, number])[]): Repeated[] {
  const counts = [...new Set(times.map(([, count]) => count))].filter(count => count > 1).sort((a, b) => a - b);
  return counts.map(count => ({
    times: count,
    people: times
      .filter(([, own]) => own === count)
      .map(([id]) => id)
      .sort(compareIds),
  }));
}
