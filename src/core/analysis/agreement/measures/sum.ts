/**
 * A sum that keeps what is rounded away at each step (Neumaier 1974, Zeitschrift für Angewandte Mathematik und Mechanik 54, 39–51): many
 * small terms are not lost beside a large one, and the order of the terms does not matter.
 */
export class Sum {
  private total = 0;
  private lost = 0;

  add(term: number): this {
    const next = this.total + term;
    this.lost += Math.abs(this.total) >= Math.abs(term) ? this.total - next + term : term - next + this.total;
    this.total = next;
    return this;
  }

  get value(): number {
    return this.total + this.lost;
  }
}

/** The compensated sum of what a function makes of each. */
export function sumOf<T>(items: Iterable<T>, term: (item: T) => number): number {
  const sum = new Sum();
  for (const item of items) sum.add(term(item));
  return sum.value;
}
