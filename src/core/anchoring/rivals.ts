import { hasBreak } from './carry.js';
import type { Alignment } from './pairs.js';
import { WordPlaces, type WordSpan } from './wordPlaces.js';
import type { Words } from './words.js';

/** Passages of more words do not turn up elsewhere by chance. */
const LONG = 60;
/** How far what stands around two places is compared, in words to either side, and how many differing words are stepped over. */
const REACH = 150;
const STEP = 3;
/** How many neighbours on one side are enough where those on the other side are gone. */
const ALONE = 4;
/** How many places are compared: of new text, and of all. */
const MOST = 50;
const MOST_COMPARED = 300;

/**
 * Knows where words of today's text stand that come from nowhere in the older version. A passage whose words stand at such a
 * place as well may have been moved there, while an alike one took its place.
 */
export class Rivals {
  private readonly newPlaces: WordPlaces;
  private readonly allPlaces: WordPlaces;

  constructor(
    private readonly old: Words,
    private readonly now: Words,
    private readonly alignment: Alignment,
  ) {
    this.allPlaces = new WordPlaces(now.keys);
    this.newPlaces = new WordPlaces(now.keys, place => alignment.from[place] === -1);
  }

  /** First words of the places of new text that have the words of a passage. */
  copies(passage: WordSpan): number[] {
    return this.placesOf(passage, this.newPlaces)
      .filter(start => this.isNew(passage, start))
      .slice(0, MOST);
  }

  /** Whether the words of a passage stand, anywhere, among more of its old surroundings than at a place. */
  hasBetter(passage: WordSpan, place: WordSpan): boolean {
    const places = this.placesOf(passage, this.allPlaces);
    if (places.length < 2) return false;
    const own = this.reachAround(passage, place);
    const length = passage.last - passage.first;
    return places
      .slice(0, MOST_COMPARED)
      .some(first => first !== place.first && this.reachAround(passage, { first, last: first + length }) > own);
  }

  private placesOf(passage: WordSpan, places: WordPlaces): number[] {
    return passage.last - passage.first >= LONG ? [] : places.runs(this.old.keys, passage);
  }

  private isNew({ first, last }: WordSpan, start: number): boolean {
    for (let i = first; i <= last; i++) if (this.alignment.from[start + i - first] !== -1) return false;
    return true;
  }

  /** How many words of the old surroundings of a passage stand around a place. */
  reachAround(passage: WordSpan, place: WordSpan): number {
    return this.reach(passage.first - 1, place.first - 1, -1) + this.reach(passage.last + 1, place.last + 1, 1);
  }

  /**
   * Whether a passage is bound to the place that was found: neighbours on both sides are there, or one of them in the same
   * paragraph, or the neighbours of one side while nothing says that what stands there comes from elsewhere.
   */
  isBound(passage: WordSpan, found: WordSpan): boolean {
    const before = this.reach(passage.first - 1, found.first - 1, -1);
    const behind = this.reach(passage.last + 1, found.last + 1, 1);
    if (before >= 2 && behind >= 2) return true;
    if (before > 0 && !hasBreak(this.old, passage.first - 1, passage.first)) return true;
    if (behind > 0 && !hasBreak(this.old, passage.last, passage.last + 1)) return true;
    if (Math.max(before, behind) < ALONE) return false;
    return !this.hasOtherOrigin(passage, before < behind ? found.first - 1 : found.last + 1, before < behind ? 1 : -1);
  }

  /**
   * Whether the neighbour of the place that was found once stood beside the same words elsewhere, and these are not to be seen any
   * more: then it may be these that stand here.
   */
  private hasOtherOrigin(passage: WordSpan, neighbour: number, direction: 1 | -1): boolean {
    const origin = this.alignment.from[neighbour] ?? -1;
    if (origin === -1) return false;
    const length = passage.last - passage.first;
    const first = direction === 1 ? origin + 1 : origin - 1 - length;
    for (let i = 0; i <= length; i++) {
      if (this.old.keys[first + i] !== this.old.keys[passage.first + i]) return false;
      if (this.alignment.first[first + i] !== -1) return false;
    }
    return true;
  }

  /** How many words on one side agree, few that differ stepped over. */
  private reach(a: number, b: number, direction: 1 | -1): number {
    const [x, y] = [this.old.keys, this.now.keys];
    let count = 0;
    for (let walked = 0; walked < REACH; walked++) {
      if (x[a] === undefined || y[b] === undefined) return count;
      if (x[a] !== y[b]) {
        const step = stepOver(x, a, y, b, direction);
        if (step === undefined) return count;
        [a, b] = step;
      }
      count++;
      a += direction;
      b += direction;
    }
    return count;
  }
}

/** The nearest places from which two words agree again. */
function stepOver(x: Int32Array, a: number, y: Int32Array, b: number, direction: number): [number, number] | undefined {
  for (let sum = 1; sum <= 2 * STEP; sum++) {
    for (let i = Math.max(0, sum - STEP); i <= Math.min(STEP, sum); i++) {
      const [s, t] = [a + i * direction, b + (sum - i) * direction];
      const agrees = x[s] !== undefined && x[s] === y[t] && x[s + direction] === y[t + direction];
      if (agrees) return [s, t];
    }
  }
  return undefined;
}

/**
 * Whether the change beside a passage can be told in another way that puts the passage elsewhere: text that was put in or
 * taken out right beside text just like it, a line said twice for example.
 */
export function mayHaveSlid(
  old: Words,
  now: Words,
  { first, last, from }: Alignment,
  passage: WordSpan,
  found: WordSpan,
): boolean {
  return (
    holdsTwice(old, now, passage, found) ||
    slides(now.keys, from, found.first, found.last, 1) ||
    slides(now.keys, from, found.last, found.first, -1) ||
    slides(old.keys, first, passage.first, passage.last, 1) ||
    slides(old.keys, last, passage.last, passage.first, -1)
  );
}

/** Whether a place is longer than the passage and has all of its words from its start as well as up to its end. */
function holdsTwice(old: Words, now: Words, passage: WordSpan, found: WordSpan): boolean {
  const length = passage.last - passage.first;
  if (found.last - found.first <= length) return false;
  const isAt = (start: number): boolean => {
    for (let k = 0; k <= length; k++) if (now.keys[start + k] !== old.keys[passage.first + k]) return false;
    return true;
  };
  return isAt(found.first) || isAt(found.last - length);
}

/**
 * Whether the next stretch without pairs in a direction could as well stand beyond the passage: then the words from the passage
 * to the stretch repeat themselves right behind it.
 */
function slides(keys: Int32Array, pairs: Int32Array, far: number, near: number, direction: 1 | -1): boolean {
  let start = near + direction;
  for (; Math.abs(start - near) <= REACH; start += direction) {
    if (pairs[start] === undefined) return false;
    if (pairs[start] === -1) break;
  }
  if (pairs[start] !== -1) return false;
  let length = 0;
  while (pairs[start + length * direction] === -1) length++;
  for (let i = far; i !== start; i += direction) if (keys[i] !== keys[i + length * direction]) return false;
  return true;
}
