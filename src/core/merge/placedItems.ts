/** A version, and at which of its lines or rows something stands; undefined where it has it not. */
export type Place<V> = readonly [version: V, at: number | undefined];

/** What the result of a merge has, with where each version has it. */
export class PlacedItems<V, T> {
  private readonly at = new Map<V, Map<number, T>>();

  add(item: T, places: readonly Place<V>[]): void {
    for (const [version, place] of places) {
      if (place === undefined) continue;
      const known = this.at.get(version);
      if (known === undefined) this.at.set(version, new Map([[place, item]]));
      else known.set(place, item);
    }
  }

  /** What a version has of it, in its order. */
  in(version: V): T[] {
    const known = [...(this.at.get(version) ?? [])];
    return known.sort(([a], [b]) => a - b).map(([, item]) => item);
  }
}
