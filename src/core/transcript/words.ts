import { codePointLength } from '../text/codePoints.js';
import type { Span } from '../text/span.js';
import { speakerKey } from './names.js';
import { isGap, isLiteral, runsIn } from './search.js';
import type { TextRun, Transcript } from './transcript.js';

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’\u2010\u2011-][\p{L}\p{N}\p{M}]+)*/gu;
/** Scripts that put no spaces between words. */
export const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
let segmenter: Intl.Segmenter | undefined;

/** How many words a span, or the whole transcript, has. Headings, labels and time stamps are not counted: nobody says them. */
export function words(t: Transcript, span: Span = { start: 0, end: t.points.length }): number {
  return countWords(spoken(t, span));
}

/**
 * How much text a span holds: visible code points without white space, headings, labels and time stamps. Cutting a span
 * in two neither adds nor loses any, so that shares of it add up.
 */
export function textLength(t: Transcript, span: Span): number {
  let length = 0;
  for (const run of runsIn(t, span)) {
    if (run.kind !== 'heading') length += codePointLength(run.text.replace(/\s+/gu, ''));
  }
  return length;
}

/** Each speaker's share: turns and words, in order of first appearance. Text without a speaker is left out. */
export function speakerStats(t: Transcript): { speaker: string; turns: number; words: number }[] {
  const stats = new Map<string, { speaker: string; turns: number; words: number }>();
  for (const { speaker, body } of t.turns) {
    if (speaker === undefined) continue;
    const key = speakerKey(speaker);
    const known = stats.get(key) ?? { speaker, turns: 0, words: 0 };
    stats.set(key, { ...known, turns: known.turns + 1, words: known.words + words(t, body) });
  }
  return [...stats.values()];
}

/** Where the words begin that are said in a transcript, those that `words` counts: code points, in order. */
export function wordStarts(t: Transcript): Uint32Array {
  const parts: string[] = [];
  const starts: number[] = [];
  let from = 0;
  let parted: { readonly run: TextRun; readonly from: number }[] = [];
  const takeWords = (): void => {
    let at = 0;
    for (const offset of beginnings(parts.join(''))) {
      while ((parted[at + 1]?.from ?? Number.POSITIVE_INFINITY) <= offset) at++;
      const part = parted[at];
      if (part === undefined) continue;
      const { start, end } = part.run.span;
      // What shows less than its source says, an entity, begins where that begins.
      const inside = t.points.fromUtf16(t.points.toUtf16(start) + offset - part.from);
      starts.push(isLiteral(part.run) ? Math.min(inside, end) : start);
    }
    parts.length = 0;
    parted = [];
    from = 0;
  };
  let before: TextRun | undefined;
  for (const run of t.runs) {
    if (before !== undefined && (before.kind === 'heading' || isGap(t, before, run))) takeWords();
    if (run.kind !== 'heading') {
      parted.push({ run, from });
      parts.push(run.text);
      from += run.text.length;
    }
    before = run;
  }
  takeWords();
  return Uint32Array.from(starts);
}

/** What is said in a span, as one text. */
function spoken(t: Transcript, span: Span): string {
  const parts: string[] = [];
  let before: TextRun | undefined;
  for (const run of runsIn(t, span)) {
    if (before !== undefined && (before.kind === 'heading' || isGap(t, before, run))) parts.push(' ');
    if (run.kind !== 'heading') parts.push(run.text);
    before = run;
  }
  return parts.join('');
}

/** How many words a text has, headings and labels and all. */
export function countWords(text: string): number {
  let count = 0;
  for (const [word] of text.matchAll(WORD)) count += UNSPACED.test(word) ? countUnspaced(word) : 1;
  return count;
}

function countUnspaced(text: string): number {
  let count = 0;
  for (const part of parting().segment(text)) if (part.isWordLike) count++;
  return count;
}

/** Where the words of a text begin, in UTF-16 units. */
function* beginnings(text: string): Generator<number> {
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (UNSPACED.test(word)) {
      for (const part of parting().segment(word)) if (part.isWordLike) yield index + part.index;
    } else yield index;
  }
}

function parting(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
  return segmenter;
}
