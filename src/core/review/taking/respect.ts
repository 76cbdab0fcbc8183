import { withKeys } from '../../coding/keys.js';
import { canonical } from '../keys.js';
import type { Side } from './source.js';

/** Which side something says; `other`: neither, because somebody changed it since. */
export type Standing = Side | 'other';

/** What a change is about in one record: that it is there, or what some of its keys say. */
export interface Respect<T> {
  readonly id: string;
  /** Which side a record says; undefined: it is not there. */
  sideOf(today: T | undefined): Standing;
  /** The record as it is to be on a side; undefined: not there. */
  on(side: Side, today: T | undefined): T | undefined;
}

/** Keys that only say where the words of a record are: they are brought up to date without anybody's decision. */
const ANCHOR = ['at', 'context', 'base', 'orphan'];

/**
 * That a record is there on one side only.
 * @param there the side that has it
 */
export function presence<T extends { readonly id: string }>(record: T, there: Side): Respect<T> {
  const absent: Side = there === 'after' ? 'before' : 'after';
  return {
    id: record.id,
    sideOf(today) {
      if (today === undefined) return absent;
      return saysTheSame(today, record) ? there : 'other';
    },
    on: (side, today) => (side === there ? (today ?? record) : undefined),
  };
}

/** That a record comes to a file (the side after) where it is not yet, as it is to be there. */
export function arrival<T extends { readonly id: string }>(record: T): Respect<T> {
  const sideOf = (today: T | undefined): Standing => (today === undefined ? 'before' : 'other');
  return { id: record.id, sideOf, on: () => record };
}

/** That a record goes from a file (the side after). */
export function departure<T extends { readonly id: string }>({ id }: T): Respect<T> {
  return { id, sideOf: today => (today === undefined ? 'after' : 'before'), on: () => undefined };
}

/** What some keys of a record say. */
export function keysOf<T extends { readonly id: string }>(before: T, after: T, keys: readonly string[]): Respect<T> {
  const differing = keys.filter(key => canonical(valueIn(before, key)) !== canonical(valueIn(after, key)));
  const says = (today: T, side: T): boolean =>
    differing.every(key => canonical(valueIn(today, key)) === canonical(valueIn(side, key)));
  return {
    id: after.id,
    sideOf(today) {
      if (today === undefined) return 'other';
      if (says(today, after)) return 'after';
      return says(today, before) ? 'before' : 'other';
    },
    on(side, today) {
      if (today === undefined) return undefined;
      const from = side === 'before' ? before : after;
      return withKeys(today, Object.fromEntries(differing.map(key => [key, valueIn(from, key)])));
    },
  };
}

function valueIn(record: object, key: string): unknown {
  return Object.hasOwn(record, key) ? (record as Readonly<Record<string, unknown>>)[key] : undefined;
}

/** Whether two records say the same, wherever their words are by now. */
function saysTheSame(a: object, b: object): boolean {
  const bare = (record: object): string =>
    canonical(Object.fromEntries(Object.entries(record).filter(([key]) => !ANCHOR.includes(key))));
  return bare(a) === bare(b);
}
