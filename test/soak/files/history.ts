/** Versions and what they come from, in memory. */
export class History<T> {
  private readonly contents: T[] = [];
  private readonly above: ReadonlySet<number>[] = [];

  /** Takes in a version; answers its number. */
  add(parents: readonly number[], content: T): number {
    const id = this.contents.push(content) - 1;
    this.above.push(new Set([id, ...parents.flatMap(parent => [...this.ancestors(parent)])]));
    return id;
  }

  at(id: number): T {
    return this.contents[id] as T;
  }

  /** The versions that one and the others together have in common, the last ones: as `git merge-base --all`. */
  bases(one: number, ...others: readonly number[]): number[] {
    const common = [...this.ancestors(one)].filter(id => others.some(other => this.ancestors(other).has(id)));
    return common.filter(id => !common.some(other => other !== id && this.ancestors(other).has(id)));
  }

  /** A version and all it comes from. */
  private ancestors(id: number): ReadonlySet<number> {
    return this.above[id] ?? new Set();
  }
}
