/** A unit matched with others that come after it, by their place in order, and what that saves. */
export interface Match {
  readonly others: readonly number[];
  readonly gain: number;
}

/**
 * The most that matching saves when each unit is matched at most once. Exact: units are gone through in order, and of all ways that have used the
 * same of the units still to come the best one is kept.
 * @param matches of each unit, those it begins
 * @param mostStates how many ways may be open at once
 * @returns undefined where there were more
 */
export function bestGain(matches: readonly (readonly Match[])[], mostStates: number): number | undefined {
  let open = new Map<string, { readonly used: readonly number[]; readonly gain: number }>([
    ['', { used: [], gain: 0 }],
  ]);
  for (const [unit, begun] of matches.entries()) {
    const next: typeof open = new Map();
    const keep = (used: readonly number[], gain: number): void => {
      const key = used.join();
      const known = next.get(key);
      if (known === undefined || known.gain < gain) next.set(key, { used, gain });
    };
    for (const { used, gain } of open.values()) {
      if (next.size > mostStates) return undefined;
      const later = used.filter(each => each !== unit);
      keep(later, gain);
      if (later.length < used.length) continue;
      for (const match of begun) {
        if (match.others.every(each => !used.includes(each))) {
          keep(
            [...used, ...match.others].sort((a, b) => a - b),
            gain + match.gain,
          );
        }
      }
    }
    if (next.size > mostStates) return undefined;
    open = next;
  }
  return Math.max(...[...open.values()].map(({ gain }) => gain));
}
