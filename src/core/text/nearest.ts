import { slipsTo } from './slips.js';

const MOST_NEAR = 5;

/** The known names that somebody may have meant, best first: those that begin alike or differ by a few letters. */
export function nearest(wanted: string, known: Iterable<string>): string[] {
  const from = wanted.toLowerCase();
  const limit = Math.max(2, Math.ceil(from.length / 3));
  return [...new Set(known)]
    .map(name => ({ name, distance: distanceTo(from, name.toLowerCase(), limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_NEAR)
    .map(({ name }) => name);
}

function distanceTo(wanted: string, name: string, most: number): number {
  if (wanted.length >= 3 && (name.includes(wanted) || (name.length >= 3 && wanted.includes(name)))) return 1;
  return slipsTo(wanted, name, most).whole;
}

/** “Did you mean a, b or c?”, or the other sentence where there is nothing near. */
export function didYouMean(near: readonly string[], otherwise: string): string {
  const last = near.at(-1);
  if (last === undefined) return otherwise;
  return near.length === 1 ? `Did you mean ${last}?` : `Did you mean ${near.slice(0, -1).join(', ')} or ${last}?`;
}
