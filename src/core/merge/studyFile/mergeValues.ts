import { canonical } from '../../review/keys.js';
import { compareTexts } from '../../text/compare.js';
import type { MergeSide } from '../merge.js';
import { mergeOrder } from '../order.js';
import { type Verdict, verdictOf } from '../threeWay.js';

/** A key that both sides changed differently, by its path from the root. */
export interface Clash {
  readonly keys: readonly string[];
  readonly bases: readonly unknown[];
  readonly ours: unknown;
  readonly theirs: unknown;
}

/** Says which side holds where both changed a key differently. */
export type Settle = (clash: Clash) => MergeSide;

type Values = Readonly<Record<string, unknown>>;

/**
 * Makes one value of two: objects key by key, lists of texts as sets, all else as a whole.
 * @param bases what the bases say; undefined where a base says nothing
 * @param isKnown whether any base is known
 * @returns undefined where nothing is said
 */
export function mergeValues(
  keys: readonly string[],
  bases: readonly unknown[],
  ours: unknown,
  theirs: unknown,
  isKnown: boolean,
  settle: Settle,
): unknown {
  const verdict = verdictOf(bases.map(canonical), canonical(ours), canonical(theirs));
  if (isObject(ours) && isObject(theirs)) return mergeObjects(keys, bases, ours, theirs, isKnown, settle);
  if (verdict !== 'conflict') return verdict === 'theirs' ? theirs : ours;
  if (isKnown && isList(ours) && isList(theirs)) return mergeLists(bases.filter(isList), ours, theirs);
  return settle({ keys, bases, ours, theirs }) === 'ours' ? ours : theirs;
}

function mergeObjects(
  path: readonly string[],
  bases: readonly unknown[],
  ours: Values,
  theirs: Values,
  isKnown: boolean,
  settle: Settle,
): Values {
  const old = bases.filter(isObject);
  const get = (value: Values, key: string): unknown => (Object.hasOwn(value, key) ? value[key] : undefined);
  const merged = new Map<string, unknown>();
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const before = bases.map(base => (isObject(base) ? get(base, key) : undefined));
    const value = mergeValues([...path, key], before, get(ours, key), get(theirs, key), isKnown, settle);
    if (value !== undefined) merged.set(key, value);
  }
  const kept = (value: Values | undefined): string[] => Object.keys(value ?? {}).filter(key => merged.has(key));
  return Object.fromEntries(ordered(kept(old[0]), kept(ours), kept(theirs)).map(key => [key, merged.get(key)]));
}

/** What one side put in or took out of a list holds. */
function mergeLists(
  bases: readonly (readonly string[])[],
  ours: readonly string[],
  theirs: readonly string[],
): string[] {
  const stays = (item: string): boolean => {
    const has = (list: readonly string[]): string => String(list.includes(item));
    const verdict: Verdict = verdictOf(bases.map(has), has(ours), has(theirs));
    // Where histories crossed, nothing is taken out that somebody has.
    return verdict === 'conflict' || has(verdict === 'theirs' ? theirs : ours) === 'true';
  };
  const of = (list: readonly string[] = []): string[] => [...new Set(list)].filter(stays);
  const isThere = (item: string): boolean => ours.includes(item) || theirs.includes(item);
  return ordered(of(bases[0]).filter(isThere), of(ours), of(theirs));
}

function ordered(base: readonly string[], ours: readonly string[], theirs: readonly string[]): string[] {
  return mergeOrder(base, ours, theirs, { compare: compareTexts, compareNames: compareTexts, isLoose: () => false });
}

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(item => typeof item === 'string');
}
