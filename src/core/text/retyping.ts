import type { Span } from './span.js';
import type { TextChange } from './textChange.js';
import type { MovingSpan } from './trackSpan.js';

/**
 * Words at the border of a span that are being typed anew. Who removes the last word of a passage and types another one
 * means the passage to have it, letter by letter, although text typed at a border stays outside otherwise. This holds as
 * long as each change goes on where the last one ended, and ends with the line.
 */
export class Retyping {
  private at = -1;
  private starts: ReadonlySet<number> = new Set();
  private ends: ReadonlySet<number> = new Set();

  /** Nothing is being retyped any more. */
  stop(): void {
    this.at = -1;
    this.starts = new Set();
    this.ends = new Set();
  }

  /**
   * Takes the next change in.
   * @returns what lets a span, which was moved by the change, have what is retyped at its borders; to be called for all
   * spans before the next change comes
   */
  next(change: TextChange): (id: number, before: Span, moved: MovingSpan) => void {
    const { start, end, text } = change;
    const goesOn = start === end && start === this.at && !text.includes('\n');
    const [wereStarts, wereEnds] = [this.starts, this.ends];
    const starts = new Set<number>();
    const ends = new Set<number>();
    this.starts = starts;
    this.ends = ends;
    this.at = start + text.length;
    return (id, before, moved) => {
      if (goesOn && before.end === start && wereEnds.has(id)) {
        moved.end += text.length;
        ends.add(id);
      } else if (goesOn && before.start === start && wereStarts.has(id)) {
        moved.start = start;
      } else if (end > start && start >= before.start && end <= before.end) {
        if (end === before.end) ends.add(id);
        if (start === before.start && text === '') starts.add(id);
      }
    };
  }
}
