/** Offsets at which the lines of a text start; counts in the units of the text handed in (UTF-16 for a string). */
export class LineStarts {
  private readonly starts: number[] = [0];

  /** @param text text with LF line ends */
  constructor(text: string) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  /** How many lines there are; a text always has at least one. */
  get count(): number {
    return this.starts.length;
  }

  /** The line (from 0) that holds a UTF-16 offset. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const mid = (low + high + 1) >> 1;
      if ((this.starts[mid] as number) <= offset) low = mid;
      else high = mid - 1;
    }
    return low;
  }

  /** UTF-16 offset at which a line (from 0) starts; lines beyond the text give its last line's start. */
  startOf(line: number): number {
    return this.starts[Math.max(0, Math.min(line, this.starts.length - 1))] as number;
  }
}
