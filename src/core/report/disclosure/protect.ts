import { Attack, type Figures } from './relations.js';

/** What is to be held back of a table. */
export interface Protection {
  /** Several measures of the same places: people, excerpts, words. A place that is held back is held back in all of them. */
  readonly measures: readonly Figures[];
  /** Indices of the places that must not be shown: because too few people are in them. */
  readonly small: ReadonlySet<number>;
  /** Indices that are always held back first where there is a choice: the lower, the sooner. */
  readonly cost: readonly number[];
}

/**
 * The places that are held back: the small ones, and as many others as are needed so that no small one can be computed from what
 * is shown (primary and complementary suppression). Every small one was shown to be open: there is another table that looks the same.
 */
export function protect({ measures, small, cost }: Protection): ReadonlySet<number> {
  const held = new Set(small);
  const attacks = measures.map(figures => new Attack(figures, cost));
  const open = [...small];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const attack of attacks) {
      // All of it is held back in the end, if need be: then there is nothing to compute it from.
      const more = neededFor(attack, at, held) ?? attack.besides(at).filter(other => !held.has(other));
      for (const other of more) {
        held.add(other);
        open.push(other);
      }
    }
  }
  return held;
}

/** So many further figures are held back for one at most, before all that is beside it is. */
const MOST_MORE = 6;

/** As few as are needed. */
function neededFor(attack: Attack, at: number, held: ReadonlySet<number>): readonly number[] | undefined {
  for (let most = 0; most <= MOST_MORE; most++) {
    const needed = attack.needs(at, held, most);
    if (needed !== undefined) return needed;
  }
  return undefined;
}
