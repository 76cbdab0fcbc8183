import type { Span } from '../../src/core/text/span.js';
import { type Characters, INSERTED, isLetter, isUnspaced } from './characters.js';

/** No two places have more in common than this, or it does not matter. */
const LONGEST = 2_000;

/**
 * Places of the first version of which the new text alone does not tell what became of them: taking either “Yeah. ” out of
 * “Yeah. Yeah. ” leaves the same text. Each entry names the places that may stand for one another. An excerpt is only to be judged
 * where it has all or nothing of them.
 */
export function untellablePlaces(base: Characters, now: Characters): Span[][] {
  const starts = startsOf(base);
  const result: Span[][] = [];
  let previous = -1;
  let inserted = 0;
  for (const [at, { from }] of now.entries()) {
    if (from === INSERTED) continue;
    const [left, right] = [previous + 1, starts[from] as number];
    if (from !== previous && left !== right) {
      const ahead = common(
        at => base[left + at],
        at => base[right + at],
      );
      const back = common(
        at => base[left - 1 - at],
        at => base[right - 1 - at],
      );
      if (ahead > 0) result.push([left, right].map(start => ({ start, end: start + ahead })));
      if (back > 0) result.push([left, right].map(end => ({ start: end - back, end })));
    }
    // What was put in behind its like is the copy: that is taken for granted. Before its like, nobody can know.
    if (at > inserted) {
      const first = inserted;
      const ahead = common(
        i => (first + i < at ? now[first + i] : undefined),
        i => base[right + i],
      );
      if (ahead > 0) result.push([{ start: right, end: right + ahead }]);
    }
    previous = from;
    inserted = at + 1;
  }
  return result;
}

/** Whether an excerpt has all or nothing of the places of each entry. */
export function isTellable(excerpt: Span, untellable: readonly (readonly Span[])[]): boolean {
  return untellable.every(
    places =>
      places.every(({ start, end }) => excerpt.start <= start && end <= excerpt.end) ||
      places.every(({ start, end }) => excerpt.end <= start || end <= excerpt.start),
  );
}

/** For every character that was said, where what belongs to it begins: the label before it, if there is one. */
function startsOf(base: Characters): Int32Array {
  const starts = new Int32Array(base.length);
  let next = 0;
  for (const [at, { from }] of base.entries()) {
    starts[at] = next;
    if (from !== INSERTED) next = at + 1;
  }
  return starts;
}

type Read = (at: number) => Characters[number] | undefined;

/** How many characters two places have in common, where a whole word that was said is among them; 0 otherwise. */
function common(a: Read, b: Read): number {
  let hasWord = false;
  let isInWord = false;
  for (let at = 0; at < LONGEST; at++) {
    const [mine, theirs] = [a(at), b(at)];
    if (mine === undefined || theirs === undefined || mine.char !== theirs.char) return hasWord ? at : 0;
    const isSaid = mine.from !== INSERTED || theirs.from !== INSERTED;
    const isWord = isSaid && isLetter(mine.char);
    hasWord ||= (isSaid && isUnspaced(mine.char)) || (isInWord && !isWord);
    isInWord = isWord;
  }
  return LONGEST;
}
