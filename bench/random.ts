export { seeded } from '../src/core/analysis/agreement/ratings/seeded.js';

/** A whole number from 0 up to, not including, a limit. */
export const below = (random: () => number, limit: number): number => Math.floor(random() * limit);
