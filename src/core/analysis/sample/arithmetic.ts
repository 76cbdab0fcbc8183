import type { SampleKind } from './sample.js';
import { type KindSum, type Repeated, type SampleSum, takenOff } from './sum.js';

/** The words in which a sum is said, in one language. */
export interface SumWords {
  /** “6 interviews”; `kind` is as the study calls it, empty where it has no name. */
  sessions(count: number, kind: string): string;
  /** “9 people” */
  people(count: number): string;
  /** “13 places”: participations, each person once for each session. */
  places(count: number): string;
  /** “twice”, “three times” */
  times(count: number): string;
  /** “in both kinds”, “in 3 kinds” */
  inKinds(count: number, of: number): string;
  /** “NP5, NP8 and NP12” */
  list(names: readonly string[]): string;
  /** “nobody” */
  readonly nobody: string;
}

/**
 * Says how the number of people comes about, from the sessions to the people, with everybody who is taken off because they were
 * counted before: “11 interviews (11 people) + 4 focus groups (13 places; NP1 and NP4 twice: −2; 11 people) = 22; in both kinds:
 * NP5 −1; 21 people”.
 */
export function sayArithmetic(sum: SampleSum, kinds: readonly SampleKind[], words: SumWords): string {
  if (sum.people === 0) return words.nobody;
  const labelOf = (key: string): string => kinds.find(kind => kind.key === key)?.label ?? key;
  const terms = sum.kinds.map(kind => sayKind(kind, labelOf(kind.kind), words));
  const [only] = terms;
  if (terms.length === 1 && only !== undefined) return only;
  if (sum.across.length === 0) return `${terms.join(' + ')} = ${words.people(sum.people)}`;
  const across = sum.across.map(each => `${words.inKinds(each.times, terms.length)}: ${sayTakenOff(each, words)}`);
  const before = `${terms.join(' + ')} = ${sum.people + takenOff(sum.across)}`;
  return [before, ...across, words.people(sum.people)].join('; ');
}

/** Sessions by kind: “6 interviews, 2 joint interviews”. */
export function sayKinds(sum: SampleSum, kinds: readonly SampleKind[], words: SumWords): string {
  const labelOf = (key: string): string => kinds.find(kind => kind.key === key)?.label ?? key;
  return sum.kinds.map(({ kind, sessions }) => words.sessions(sessions, labelOf(kind))).join(', ');
}

function sayKind({ sessions, places, repeated, people }: KindSum, label: string, words: SumWords): string {
  const held = words.sessions(sessions, label);
  if (repeated.length === 0) return `${held} (${words.people(people)})`;
  const off = repeated.map(
    each => `${words.list(each.people)} ${words.times(each.times)}: ${MINUS}${takenOff([each])}`,
  );
  return `${held} (${[words.places(places), ...off, words.people(people)].join('; ')})`;
}

function sayTakenOff(each: Repeated, words: SumWords): string {
  return `${words.list(each.people)} ${MINUS}${takenOff([each])}`;
}

/** The sign that stands for less, not a hyphen. */
export const MINUS = '−';
