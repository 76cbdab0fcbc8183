/** Consecutive words of a sequence: first and last (included). */
export interface WordSpan {
  readonly first: number;
  readonly last: number;
}

/** Knows where each word of a sequence stands. */
export class WordPlaces {
  private readonly places = new Map<number, number[]>();

  /**
   * @param keys the words by their numbers in a vocabulary
   * @param counts which places count; all where it is left out
   */
  constructor(
    private readonly keys: Int32Array,
    counts: (place: number) => boolean = () => true,
  ) {
    keys.forEach((key, place) => {
      if (!counts(place)) return;
      const list = this.places.get(key);
      if (list === undefined) this.places.set(key, [place]);
      else list.push(place);
    });
  }

  /** The places of a word, in order. */
  of(key: number): readonly number[] {
    return this.places.get(key) ?? [];
  }

  /** Of some words of another sequence the one with the fewest places here, the first of several. */
  rarest(keys: Int32Array, { first, last }: WordSpan): number {
    let rarest = first;
    for (let i = first; i <= last; i++) {
      if (this.of(keys[i] as number).length < this.of(keys[rarest] as number).length) rarest = i;
    }
    return rarest;
  }

  /**
   * Where some words of another sequence stand one after the other: the place of the first, in order.
   * @param most how many places of the rarest word are tried
   */
  runs(keys: Int32Array, span: WordSpan, most = Number.POSITIVE_INFINITY): number[] {
    const rarest = this.rarest(keys, span);
    const starts = this.of(keys[rarest] as number)
      .slice(0, most)
      .map(place => place - rarest + span.first);
    return starts.filter(start => this.isAt(keys, span, start));
  }

  private isAt(keys: Int32Array, { first, last }: WordSpan, start: number): boolean {
    for (let i = first; i <= last; i++) if (this.keys[start + i - first] !== keys[i]) return false;
    return true;
  }
}
