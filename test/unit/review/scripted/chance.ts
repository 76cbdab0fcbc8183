/** Chance that repeats itself, by a seed. */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = (seed * 2654435761 + 12345) % 2147483647 || 1;
    for (let i = 0; i < 5; i++) this.next();
  }

  /** In [0, 1). */
  next(): number {
    this.state = (this.state * 48271) % 2147483647;
    return this.state / 2147483647;
  }

  /** A whole number from 0 to less than `below`. */
  below(below: number): number {
    return Math.floor(this.next() * below);
  }

  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new Error('Nothing to pick from.');
    return items[this.below(items.length)] as T;
  }

  is(probability: number): boolean {
    return this.next() < probability;
  }

  shuffled<T>(items: readonly T[]): T[] {
    const all = [...items];
    for (let i = all.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [all[i], all[j]] = [all[j] as T, all[i] as T];
    }
    return all;
  }

  /** An id as Verbatim makes them. */
  id(): string {
    return Array.from({ length: 10 }, () => '0123456789abcdefghijklmnopqrstuvwxyz'[this.below(36)]).join('');
  }

  /** So many words that stand nowhere else. */
  words(count: number): string[] {
    const syllable = (): string => `${this.pick([...'bdfgklmnprstvz'])}${this.pick([...'aeiou'])}`;
    return Array.from({ length: count }, () => Array.from({ length: 2 + this.below(3) }, syllable).join(''));
  }

  /** A sentence of such words. */
  sentence(count: number): string {
    const text = this.words(count).join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  }
}
