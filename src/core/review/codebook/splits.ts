import type { Codebook, CodebookEntry } from '../../codebook/codebook.js';
import type { CodingChange } from '../change.js';
import type { EntryMatches } from './match.js';

/**
 * New codes that codings of another code got, each with that code as it is after the change: with several, the one that most came
 * from. One that is gone is no origin: then the new code took its place.
 */
export function splitOrigins(
  before: Codebook,
  after: Codebook,
  matches: EntryMatches,
  codings: readonly CodingChange[],
): ReadonlyMap<CodebookEntry, CodebookEntry> {
  const fresh = new Map(after.entries.filter(entry => !matches.before.has(entry)).map(entry => [entry.id, entry]));
  const counts = new Map<CodebookEntry, Map<CodebookEntry, number>>();
  for (const change of fresh.size === 0 ? [] : codings) {
    if (change.what !== 'coding-changed' || change.aspect !== 'code') continue;
    const entry = fresh.get(change.after.code.id);
    const old = before.find(change.before.coding.code);
    const from = old && matches.after.get(old);
    if (entry === undefined || from === undefined) continue;
    const origins = counts.get(entry) ?? new Map<CodebookEntry, number>();
    origins.set(from, (origins.get(from) ?? 0) + 1);
    counts.set(entry, origins);
  }
  return new Map([...counts].map(([entry, origins]) => [entry, most(origins)]));
}

/** The one counted most often; of equals the one that stands first. */
function most(counts: ReadonlyMap<CodebookEntry, number>): CodebookEntry {
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || a.line - b.line);
  return (sorted[0] as [CodebookEntry, number])[0];
}
