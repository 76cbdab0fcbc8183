export { nearest } from '../core/text/nearest.js';

/** “Did you mean a, b or c?”, or the other sentence where there is nothing near. */
export function didYouMean(near: readonly string[], otherwise: string): string {
  const last = near.at(-1);
  if (last === undefined) return otherwise;
  return near.length === 1 ? `Did you mean ${last}?` : `Did you mean ${near.slice(0, -1).join(', ')} or ${last}?`;
}
