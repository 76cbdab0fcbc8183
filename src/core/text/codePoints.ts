const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/**
 * Converts between positions in code points (what codings and every other program count) and in UTF-16 units (what
 * JavaScript strings and VS Code count) for one text. Both directions cost O(log n) in the number of astral
 * characters, which is nothing for almost every text.
 */
export class CodePoints {
  /** UTF-16 offset of the high half of every surrogate pair, ascending. */
  private readonly pairs: readonly number[];
  /** Length of the text in code points. */
  readonly length: number;

  constructor(readonly text: string) {
    this.pairs = findPairs(text);
    this.length = text.length - this.pairs.length;
  }

  /** The UTF-16 offset of a code point position; positions beyond the text are clamped to it. */
  toUtf16(position: number): number {
    const clamped = Math.max(0, Math.min(position, this.length));
    // The k-th pair starts at code point pairs[k] - k: count the pairs that start before the position.
    let low = 0;
    let high = this.pairs.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((this.pairs[mid] as number) - mid < clamped) low = mid + 1;
      else high = mid;
    }
    return clamped + low;
  }

  /** The code point position of a UTF-16 offset; an offset inside a surrogate pair counts as the pair's start. */
  fromUtf16(offset: number): number {
    const clamped = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.pairs.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((this.pairs[mid] as number) + 1 < clamped) low = mid + 1;
      else high = mid;
    }
    const inside = low < this.pairs.length && (this.pairs[low] as number) + 1 === clamped;
    return (inside ? clamped - 1 : clamped) - low;
  }

  /** The text between two code point positions. */
  slice(start: number, end: number): string {
    return this.text.slice(this.toUtf16(start), this.toUtf16(end));
  }
}

function findPairs(text: string): number[] {
  const pairs: number[] = [];
  for (let i = 0; i < text.length - 1; i++) {
    if (isHigh(text.charCodeAt(i)) && isLow(text.charCodeAt(i + 1))) pairs.push(i++);
  }
  return pairs;
}

/** How many code points a string has. A lone surrogate counts as one. */
export function codePointLength(text: string): number {
  let pairs = 0;
  for (let i = 0; i < text.length - 1; i++) {
    if (isHigh(text.charCodeAt(i)) && isLow(text.charCodeAt(i + 1))) {
      pairs++;
      i++;
    }
  }
  return text.length - pairs;
}
