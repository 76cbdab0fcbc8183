import { beforeWord, behindWord, CLOSING, OPENING } from './borders.js';
import type { Alignment } from './pairs.js';
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
  /** How much of the passage is there, 0 to 1: by what its words tell, or by their letters, whichever is less. */
  readonly share: number;
  /** How many words of the passage are there. */
  readonly kept: number;
  /** First and last word of the passage that is there, in the older text. */
  readonly from: number;
  readonly to: number;
  /** Whether a few words at an end stand far from the rest: they may be there by chance. */
  readonly isFrayed: boolean;
}

/** Two texts and how their words go together. */
export interface Aligned {
  readonly old: Words;
  readonly now: Words;
  readonly alignment: Alignment;
  readonly weights: Float32Array;
}

/** An empty line, or a line that begins with a label: words of it are left out. */
const BREAK = /\n\s*\n|\n.*[\p{L}\p{N}]/u;

const SENTENCE_END = /[.!?…。！？؟]/u;

/** What belongs to the letter before it: a word is not cut between the two. */
const ONLY_MARKS = /^\p{M}+$/u;

/** Words of an older passage that are still together. */
interface Run {
  a0: number;
  a1: number;
  b0: number;
  b1: number;
  tells: number;
  letters: number;
  kept: number;
  /** How many words stand together at the start, and at the end so far, and how far these are from the rest. */
  head: number;
  headGap: number;
  tail: number;
  tailGap: number;
}

/**
 * Carries a passage over from an older text into a newer one.
 * @param isStrict whether text that was put in parts it
 * @returns the pieces it is in now, the one that holds most first; none where it is gone
 */
export function carry(texts: Aligned, passage: OldPassage, isStrict = false): Piece[] {
  const all = { tells: 0, letters: 0 };
  for (let i = passage.first; i <= passage.last; i++) {
    all.tells += texts.weights[texts.old.keys[i] as number] as number;
    all.letters += lengthOf(texts.old, i);
  }
  const runs = runsOf(texts, passage, isStrict).sort((x, y) => y.tells - x.tells);
  return runs.map(run => pieceOf(texts, passage, run, Math.min(run.tells / all.tells, run.letters / all.letters)));
}

function runsOf({ old, alignment, weights }: Aligned, { first, last }: OldPassage, isStrict: boolean): Run[] {
  const runs: Run[] = [];
  let run: Run | undefined;
  for (let i = first; i <= last; i++) {
    const b0 = alignment.first[i] as number;
    if (b0 === -1) continue;
    const b1 = alignment.last[i] as number;
    const tells = weights[old.keys[i] as number] as number;
    const isParted = isStrict && run !== undefined && b0 - run.b1 - 1 > FAR_APART;
    if (run !== undefined && !isParted && goesOn(alignment, run, b0, first, last)) {
      const stepB = b0 - run.b1 - 1;
      if (stepB > FAR_APART) {
        if (run.head === 0) [run.head, run.headGap] = [run.kept, stepB];
        [run.tail, run.tailGap] = [0, stepB];
      }
      run.tail++;
      run.a1 = i;
      run.b1 = Math.max(run.b1, b1);
      run.tells += tells;
      run.letters += lengthOf(old, i);
      run.kept++;
    } else {
      run = {
        a0: i,
        a1: i,
        b0,
        b1,
        tells,
        letters: lengthOf(old, i),
        kept: 1,
        head: 0,
        headGap: 0,
        tail: 1,
        tailGap: 0,
      };
      runs.push(run);
    }
  }
  return runs;
}

/** Words are far from the rest where so many stand between. */
const FAR_APART = 5;
/** So few words may stand anywhere by chance. */
const FEW = 3;
const TOGETHER = { head: 0, headGap: 0, tail: 0, tailGap: 0 };
/** How many words from elsewhere may have come into a passage, as a share of its words. */
const FOREIGN = 0.6;

function lengthOf({ starts, ends }: Words, i: number): number {
  return (ends[i] as number) - (starts[i] as number);
}

/** Whether a newer word continues a run: not much from elsewhere stands between, and not more that is new than people put in. */
function goesOn({ from }: Alignment, run: Run, next: number, first: number, last: number): boolean {
  if (next < run.b1) return false;
  const length = last - first + 1;
  if (next - run.b1 > 3 * length + 60) return false;
  let foreign = 0;
  for (let j = run.b1 + 1; j < next; j++) {
    const origin = from[j] as number;
    if (origin !== -1 && (origin < first || origin > last)) foreign++;
  }
  return foreign <= FOREIGN * length;
}

/** The piece that a passage would be at a place where all its words stand, the first of them given. */
export function pieceAt(texts: Aligned, passage: OldPassage, first: number): Piece {
  const last = first + passage.last - passage.first;
  return pieceOf(
    texts,
    passage,
    {
      a0: passage.first,
      a1: passage.last,
      b0: first,
      b1: last,
      tells: 0,
      letters: 0,
      kept: last - first + 1,
      ...TOGETHER,
    },
    1,
  );
}

function pieceOf(texts: Aligned, passage: OldPassage, run: Run, share: number): Piece {
  const { old, now } = texts;
  const isLost = (words: number, gap: number): boolean => gap > 0 && words <= FEW && gap > 3 * words;
  const isFrayed = isLost(run.head, run.headGap) || isLost(run.tail, run.tailGap) || isTornOff(texts, passage, run);
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
  const isAsItWas = (word: number, b: number): boolean =>
    old.text.slice(old.starts[word], old.ends[word]) === now.text.slice(now.starts[b], now.ends[b]);
  const isCut =
    passage.end < oldEnd && (isAsItWas(passage.last, run.b1) || !ONLY_MARKS.test(old.text.slice(passage.end, oldEnd)));
  if (run.a1 === passage.last && isCut) end = Math.max(end - (oldEnd - passage.end), start + 1);
  else {
    const replaced = last > run.b1 ? (CLOSING.exec(gapBehind)?.[0].length ?? 0) : 0;
    const kept = passage.end > oldEnd ? behindWord(old.text.slice(oldEnd, passage.end), gapBehind) : 0;
    if (run.a1 === passage.last || last > run.b1) end += Math.max(replaced, kept);
  }
  [start, end] = exactly(texts, passage, start, end);
  return {
    start,
    end,
    first,
    last,
    share,
    kept: run.kept,
    from: run.a0,
    to: run.a1,
    isFrayed,
  };
}

/** Whether the words go on in both texts where a piece ends inside its passage: then others have taken them, and may be wrong. */
function isTornOff({ old, now }: Aligned, { first, last }: OldPassage, { a0, a1, b0, b1 }: Run): boolean {
  const goesOnBefore = a0 > first && b0 > 0 && old.keys[a0 - 1] === now.keys[b0 - 1];
  const goesOnBehind = a1 < last && b1 + 1 < now.keys.length && old.keys[a1 + 1] === now.keys[b1 + 1];
  return goesOnBefore || goesOnBehind;
}

/** How far around a piece the very words are looked for, in UTF-16 units. */
const NEAR = 4;

/** The borders of a piece, or, where the passage stands right there to the letter, those of the passage. */
function exactly({ old, now }: Aligned, passage: OldPassage, start: number, end: number): [number, number] {
  const length = passage.end - passage.start;
  if (Math.abs(end - start - length) > 2 * NEAR) return [start, end];
  const quote = old.text.slice(passage.start, passage.end);
  for (const spare of [0, NEAR]) {
    const from = Math.max(0, start - spare);
    const around = now.text.slice(from, end + spare);
    const found = around.indexOf(quote);
    if (found !== -1 && around.indexOf(quote, found + 1) === -1) return [from + found, from + found + length];
  }
  return [start, end];
}

/** The first newer word: where the first words of the passage were replaced, those that stand in their place belong to it. */
function firstOf({ old, now, alignment }: Aligned, { first }: OldPassage, { a0, b0 }: Run): number {
  const gone = a0 - first;
  if (gone === 0 || hasBreak(old, first, a0)) return b0;
  let from = b0;
  while (from > 0 && alignment.from[from - 1] === -1 && !hasEnd(now, from - 1)) from--;
  if (b0 - from > 2 * gone + 3) return b0;
  const begins = (words: Words, i: number): boolean => i === 0 || hasEnd(words, i - 1);
  const isTied = first > 0 && from > 0 && alignment.last[first - 1] === from - 1;
  return isTied || (begins(old, first) && begins(now, from)) ? from : b0;
}

/** The last newer word, in the same way. */
function lastOf({ old, now, alignment }: Aligned, { last }: OldPassage, { a1, b1 }: Run): number {
  const gone = last - a1;
  if (gone === 0 || hasBreak(old, a1, last)) return b1;
  const end = now.keys.length - 1;
  let to = b1;
  while (to < end && alignment.from[to + 1] === -1 && !hasEnd(now, to)) to++;
  if (to - b1 > 2 * gone + 3) return b1;
  const ends = (words: Words, i: number): boolean => i === words.keys.length - 1 || hasEnd(words, i);
  const isTied = last + 1 < old.keys.length && to < end && alignment.first[last + 1] === to + 1;
  return isTied || (ends(old, last) && ends(now, to)) ? to : b1;
}

/** Whether a sentence, a paragraph or a turn ends behind a word. */
function hasEnd(words: Words, i: number): boolean {
  return SENTENCE_END.test(words.text.slice(words.ends[i], words.starts[i + 1])) || hasBreak(words, i, i + 1);
}

/** Whether a paragraph or a turn ends between two words. */
export function hasBreak({ text, starts, ends }: Words, first: number, last: number): boolean {
  return BREAK.test(text.slice(ends[first], starts[last]));
}
