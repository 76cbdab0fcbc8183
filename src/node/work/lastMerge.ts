import type { MadeMerge } from '../../core/ports.js';
import type { Place } from './place.js';

/** What git is in the middle of, or has just made; undefined where there is nothing of the kind to look at. */
export async function lastMerge(_place: Place): Promise<MadeMerge | undefined> {
  return undefined;
}
