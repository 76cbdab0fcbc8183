import { firstWhere } from './firstWhere.js';
import { type MovingSpan, moveSpan, type Replacement } from './trackSpan.js';

/** Replacements in one text that do not overlap, all counted in the text before them. */
export class Replacements {
  /** How far what stands before the replacement of this index is moved by those before it; at the end, by all. */
  private readonly shifts: readonly number[];
  private readonly only: Replacement | undefined;

  /** @param changes in the order of the text */
  constructor(private readonly changes: readonly Replacement[]) {
    let shift = 0;
    const shifts = [0];
    for (const { start, end, inserted } of changes) {
      shift += inserted - (end - start);
      shifts.push(shift);
    }
    this.shifts = shifts;
    this.only = changes.length === 1 ? changes[0] : undefined;
  }

  /** How many replacements there are. */
  get size(): number {
    return this.changes.length;
  }

  /** How much longer the text is afterwards. */
  get growth(): number {
    return this.shifts[this.changes.length] as number;
  }

  /**
   * Moves a span along, as `moveSpan` does; what that takes hardly grows with the number of replacements.
   * @returns `apart` where none of them touched it, so that the inverse takes it back; `gone` where nothing is left of it
   */
  move(span: MovingSpan): 'apart' | 'touched' | 'gone' {
    const { changes, shifts, only } = this;
    // As a rule, somebody types.
    if (only !== undefined) {
      const isApart = only.end < span.start || only.start > span.end;
      if (!moveSpan(span, only)) return 'gone';
      return isApart ? 'apart' : 'touched';
    }
    const first = firstWhere(changes, ({ end }) => end >= span.start);
    let touching = first;
    while (touching < changes.length && (changes[touching] as Replacement).start <= span.end) touching++;
    const isApart = touching === first;
    // The last comes first: it does not change where those before it are.
    while (touching > first) if (!moveSpan(span, changes[--touching] as Replacement)) return 'gone';
    const shift = shifts[first] as number;
    span.start += shift;
    span.end += shift;
    return isApart ? 'apart' : 'touched';
  }

  /** Where the text that a replacement put in begins afterwards. */
  startAfter(index: number): number {
    return (this.changes[index] as Replacement).start + (this.shifts[index] as number);
  }

  /** The replacements that take these back, counted in the text after them. */
  inverse(): Replacements {
    return new Replacements(
      this.changes.map(({ start, end, inserted }, i) => {
        const from = start + (this.shifts[i] as number);
        return { start: from, end: from + inserted, inserted: end - start };
      }),
    );
  }
}
