import { compareNames } from '../../text/compare.js';
import type { Standing, Voices } from './evidence.js';
import { quantifierOf } from './quantifier.js';

/** Puts people together by how they stand to something. */
export function voicesOf(people: Iterable<string>, standingOf: (id: string) => Standing): Voices {
  const by: Record<Standing, string[]> = { said: [], against: [], silent: [] };
  for (const id of [...people].sort(compareNames)) by[standingOf(id)].push(id);
  const count = by.said.length + by.against.length + by.silent.length;
  return { ...by, people: count, word: quantifierOf(by.said.length, count) };
}

/** Puts things together by a key, in the order in which the keys come first. */
export function grouped<T>(all: Iterable<T>, keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}
