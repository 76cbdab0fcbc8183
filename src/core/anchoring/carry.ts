import type { Alignment } from './align.js';
import { beforeWord, behindWord, CLOSING, OPENING } from './borders.js';
import type { Words } from './words.js';

/** A stretch of an older text, in UTF-16 units and in words. */
export interface OldPassage {
  readonly start: number;
  readonly end: number;
  /** First and last word it touches. */
  readonly first: number;
  readonly last: number;
}

/** A piece of an older passage in a newer text. */
export interface Piece {
  /** In UTF-16 units of the newer text. */
  readonly start: number;
  readonly end: number;
  /** First and last newer word. */
  readonly first: number;
  readonly last: number;
  /** What the words tell that are still there, as a share of all the words of the passage, 0 to 1. */
  readonly share: number;
}

/** Two texts and how their words go together. */
export interface Aligned {
  readonly old: Words;
  readonly now: Words;
  readonly alignment: Alignment;
  readonly weights: Float32Array;
}

/** Words of an older passage that are still together. */
interface Run {
  a0: number;
  a1: number;
  b0: number;
  b1: number;
  tells: number;
}

/**
 * Carries a passage over from an older text into a newer one.
 * @returns the pieces it is in now, the one that holds most first; none where it is gone
 */
export function carry(texts: Aligned, passage: OldPassage): Piece[] {
  let total = 0;
  for (let i = passage.first; i <= passage.last; i++) total += texts.weights[texts.old.keys[i] as number] as number;
  const runs = runsOf(texts, passage).sort((x, y) => y.tells - x.tells);
  return runs.map(run => pieceOf(texts, passage, run, total));
}

function runsOf({ old, alignment, weights }: Aligned, { first, last }: OldPassage): Run[] {
  const runs: Run[] = [];
  let run: Run | undefined;
  for (let i = first; i <= last; i++) {
    const b0 = alignment.first[i] as number;
    if (b0 === -1) continue;
    const b1 = alignment.last[i] as number;
    const tells = weights[old.keys[i] as number] as number;
    if (run !== undefined && goesOn(alignment, run, b0, first, last)) {
      run.a1 = i;
      run.b1 = Math.max(run.b1, b1);
      run.tells += tells;
    } else {
      run = { a0: i, a1: i, b0, b1, tells };
      runs.push(run);
    }
  }
  return runs;
}

/** Whether a newer word continues a run: what stands between is new, not from elsewhere, and not longer than text that is put in. */
function goesOn({ from }: Alignment, run: Run, next: number, first: number, last: number): boolean {
  if (next < run.b1) return false;
  if (next - run.b1 > 3 * (last - first + 1) + 60) return false;
  for (let j = run.b1 + 1; j < next; j++) {
    const origin = from[j] as number;
    if (origin !== -1 && (origin < first || origin > last)) return false;
  }
  return true;
}

function pieceOf(texts: Aligned, passage: OldPassage, run: Run, total: number): Piece {
  const { old, now } = texts;
  const [first, last] = [firstOf(texts, passage, run), lastOf(texts, passage, run)];
  let start = now.starts[first] as number;
  let end = now.ends[last] as number;
  const gapBefore = now.text.slice(first === 0 ? 0 : (now.ends[first - 1] as number), start);
  const gapBehind = now.text.slice(end, last + 1 < now.starts.length ? (now.starts[last + 1] as number) : undefined);
  const oldStart = old.starts[passage.first] as number;
  const oldEnd = old.ends[passage.last] as number;
  if (run.a0 === passage.first && passage.start > oldStart) {
    start = Math.min(start + passage.start - oldStart, Math.max(start, end - 1));
  } else if (first < run.b0) {
    start -= OPENING.exec(gapBefore)?.[0].length ?? 0;
  } else if (run.a0 === passage.first) {
    start -= beforeWord(old.text.slice(passage.start, oldStart), gapBefore);
  }
  if (run.a1 === passage.last && passage.end < oldEnd) end = Math.max(end - (oldEnd - passage.end), start + 1);
  else {
    const replaced = last > run.b1 ? (CLOSING.exec(gapBehind)?.[0].length ?? 0) : 0;
    const kept = passage.end > oldEnd ? behindWord(old.text.slice(oldEnd, passage.end), gapBehind) : 0;
    if (run.a1 === passage.last || last > run.b1) end += Math.max(replaced, kept);
  }
  return { start, end, first, last, share: total === 0 ? 0 : run.tells / total };
}

/** The first newer word: where the first words of the passage were replaced, those that stand in their place belong to it. */
function firstOf({ old, now, alignment }: Aligned, { first }: OldPassage, { a0, b0 }: Run): number {
  const gone = a0 - first;
  const before = first === 0 ? -1 : (alignment.last[first - 1] as number);
  if (gone === 0 || (first > 0 && before === -1) || before >= b0 || b0 - before - 1 > 2 * gone + 3) return b0;
  const breaks = hasBreak(old, first, a0);
  let from = b0;
  while (from - 1 > before && alignment.from[from - 1] === -1 && (breaks || !hasBreak(now, from - 1, b0))) from--;
  return from === before + 1 || breaks || hasBreak(now, from - 1, b0) ? from : b0;
}

/** The last newer word, in the same way. */
function lastOf({ old, now, alignment }: Aligned, { last }: OldPassage, { a1, b1 }: Run): number {
  const gone = last - a1;
  const behind = last + 1 === old.keys.length ? now.keys.length : (alignment.first[last + 1] as number);
  if (gone === 0 || behind === -1 || behind <= b1 || behind - b1 - 1 > 2 * gone + 3) return b1;
  const breaks = hasBreak(old, a1, last);
  let to = b1;
  while (to + 1 < behind && alignment.from[to + 1] === -1 && (breaks || !hasBreak(now, b1, to + 1))) to++;
  return to === behind - 1 || breaks || hasBreak(now, b1, to + 1) ? to : b1;
}

function hasBreak({ text, starts }: Words, first: number, last: number): boolean {
  return text.slice(starts[first], starts[last]).includes('\n\n');
}
