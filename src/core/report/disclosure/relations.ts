/**
 * How figures of a table hang together, by their indices. `sum`: the whole is the sum of its parts; `union`: it is what is in any of them,
 * each once, so that it is as large as the largest and at most as large as all of them; `within`: no part is larger.
 */
export interface Relation {
  readonly is: 'sum' | 'union' | 'within';
  readonly whole: number;
  readonly parts: readonly number[];
}

/** Figures that are published or held back together, with what a reader knows of them. */
export interface Figures {
  readonly values: readonly number[];
  readonly relations: readonly Relation[];
}

/**
 * A whole with its parts, as one who reads the table would take it: where the parts add up, the whole is taken for their sum. That is
 * what gives most away, so what is safe then is safe. Where there is more in the whole than in its parts, it is only never smaller.
 * @returns none where the whole is smaller than one of its parts: then it is no whole of them
 */
export function wholeOf(values: readonly number[], whole: number, parts: readonly number[]): Relation[] {
  const all = values[whole] ?? 0;
  const amounts = parts.map(part => values[part] ?? 0);
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  if (parts.length === 0 || Math.max(...amounts) > all) return [];
  return [{ is: sum === all ? 'sum' : all > sum ? 'within' : 'union', whole, parts }];
}

/** How many figures the search for another table may change, and how often it may try. */
const MOST_CHANGED = 24;
const MOST_STEPS = 3000;
const STEPS = [1, -1, 2, -2];

/**
 * Looks at a table as one who wants to know what is held back. A figure is safe where there is another table, just as possible, that shows
 * the same and in which the figure is another one. The search may miss one; then the figure counts as unsafe, and more is held back.
 */
export class Attack {
  private readonly of: readonly (readonly Relation[])[];
  private steps = 0;

  /** @param cost what it costs to hold a figure back; the cheaper ones are tried first */
  constructor(
    private readonly figures: Figures,
    private readonly cost: readonly number[],
  ) {
    const of: Relation[][] = figures.values.map(() => []);
    for (const relation of figures.relations)
      for (const at of new Set([relation.whole, ...relation.parts])) of[at]?.push(relation);
    this.of = of;
  }

  /** The figures that a reader relates to one. */
  besides(at: number): number[] {
    const all = (this.of[at] ?? []).flatMap(({ whole, parts }) => [whole, ...parts]);
    return [...new Set(all)].filter(other => other !== at);
  }

  /**
   * What is to be held back besides, so that a figure is safe: nothing where it is already; undefined where so many are not enough.
   * @param held figures that are held back; `at` is one of them
   * @param most how many further ones there may be
   */
  needs(at: number, held: ReadonlySet<number>, most: number): readonly number[] | undefined {
    const value = this.figures.values[at] ?? 0;
    for (const step of STEPS) {
      if (value + step < 0) continue;
      this.steps = 0;
      const changed = new Map([[at, value + step]]);
      if (this.repair(changed, held, most, [...(this.of[at] ?? [])]))
        return [...changed.keys()].filter(one => !held.has(one));
    }
    return undefined;
  }

  /** Changes further figures until everything fits again. @param open relations that may not fit */
  private repair(changed: Map<number, number>, held: ReadonlySet<number>, most: number, open: Relation[]): boolean {
    const [relation, ...rest] = open;
    if (relation === undefined) return true;
    if (this.steps++ > MOST_STEPS) return false;
    const moves = this.movesFor(relation, changed);
    if (moves === undefined) return this.repair(changed, held, most, rest);
    if (changed.size >= MOST_CHANGED) return false;
    const price = (at: number): number => (held.has(at) ? 0 : 1 + (this.cost[at] ?? 0));
    for (const [at, value] of moves.sort(([a], [b]) => price(a) - price(b))) {
      const left = held.has(at) ? most : most - 1;
      if (value < 0 || changed.has(at) || left < 0) continue;
      changed.set(at, value);
      if (this.repair(changed, held, left, [relation, ...rest, ...(this.of[at] ?? [])])) return true;
      changed.delete(at);
    }
    return false;
  }

  /** The figures of which one can be changed, and to what, so that a relation fits; undefined where it does. */
  private movesFor({ is, whole, parts }: Relation, changed: ReadonlyMap<number, number>) {
    const amountAt = (at: number): number => changed.get(at) ?? this.figures.values[at] ?? 0;
    const all = amountAt(whole);
    const larger = parts.filter(part => amountAt(part) > all);
    if (is !== 'sum' && larger.length > 0) {
      const upTo = Math.max(...larger.map(amountAt));
      return [[whole, upTo] as const, ...larger.map(part => [part, all] as const)];
    }
    if (is === 'within') return undefined;
    const sum = parts.reduce((total, part) => total + amountAt(part), 0);
    const missing = all - sum;
    if (missing === 0 || (is === 'union' && missing < 0)) return undefined;
    return [...parts.map(part => [part, amountAt(part) + missing] as const), [whole, sum] as const];
  }
}
