import type { Span } from './span.js';

/** Something that stood in text that was removed: its number, and where it stood in that text. */
export interface Clipped extends Span {
  readonly id: number;
}

/** Text that was put in, and where it stands. */
export interface Inserted {
  readonly start: number;
  readonly text: string;
}

interface Clipping {
  /** Without white space at its ends: a line that is moved loses its line end here and gets another there. */
  readonly text: string;
  readonly passages: readonly Clipped[];
}

/** How many removals are remembered, and how many UTF-16 units of text. */
const MOST_KEPT = 50;
const MOST_TEXT = 2_000_000;
/** From this length on, in UTF-16 units, a removed text is known again within a longer one, and after other removals. */
const TELLING = 32;
/** A removed text that is shorter than this is never known again: it may be typed, or be anybody's word. */
const TOO_SHORT = 4;

/** Text that was cut, with the spans that stood in it, so that they can go where it is pasted. */
export class Clippings {
  private kept: Clipping[] = [];

  /** Whether there is nothing that could be found again. */
  get isEmpty(): boolean {
    return this.kept.length === 0;
  }

  /** Remembers a removal; it must be told of those as well that took no spans along. */
  removed(text: string, passages: readonly Clipped[]): void {
    const trimmed = text.trim();
    const before = text.length - text.trimStart().length;
    const inside = passages
      .map(({ id, start, end }) => ({ id, start: start - before, end: end - before }))
      .filter(({ start, end }) => start >= 0 && end <= trimmed.length);
    // What is short is known again only as long as nothing else was removed.
    this.kept = this.kept.filter(clipping => clipping.text.length >= TELLING);
    if (inside.length === 0 || trimmed.length < TOO_SHORT) return;
    this.kept.push({ text: trimmed, passages: inside });
    let size = this.kept.reduce((sum, clipping) => sum + clipping.text.length, 0);
    while (this.kept.length > MOST_KEPT || (size > MOST_TEXT && this.kept.length > 1)) {
      size -= this.kept.shift()?.text.length ?? 0;
    }
  }

  /**
   * Where spans are that went with removed text, if it was put in again, once and for certain.
   * @param inserted all that was put in at once
   * @param isLost whether a span is nowhere else by now: a second copy moves nothing
   */
  found(inserted: readonly Inserted[], isLost: (id: number) => boolean): Clipped[] {
    const found: Clipped[] = [];
    for (const { text, passages } of this.kept) {
      const lost = passages.filter(({ id }) => isLost(id));
      const [place, ...others] = lost.length === 0 ? [] : inserted.flatMap(one => placesIn(one, text));
      if (place === undefined || others.length > 0) continue;
      found.push(...lost.map(({ id, start, end }) => ({ id, start: place + start, end: place + end })));
    }
    return found;
  }
}

function placesIn({ start, text }: Inserted, removed: string): number[] {
  const from = text.indexOf(removed);
  if (from === -1) return [];
  if (removed.length < TELLING) return text.trim() === removed ? [start + from] : [];
  const again = text.indexOf(removed, from + 1);
  return again === -1 ? [start + from] : [start + from, start + again];
}
