import { PHASES, type Phase } from './change.js';
import type { CodebookEntry } from './codebook.js';

/** Whether a class says how far an entry has come. */
export function isPhase(name: string): name is Phase {
  return (PHASES as readonly string[]).includes(name);
}

/** How far an entry has come: the furthest of the phases that its heading has as classes; undefined where it has none. */
export function phaseOf(entry: Pick<CodebookEntry, 'classes'>): Phase | undefined {
  return PHASES.findLast(phase => entry.classes.includes(phase));
}
