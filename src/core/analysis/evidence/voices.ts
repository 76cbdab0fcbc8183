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
