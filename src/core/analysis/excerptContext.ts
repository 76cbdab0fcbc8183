import { codePointLength } from '../text/codePoints.js';
import type { Span } from '../text/span.js';
import { readable, sentenceAt, turnsIn } from '../transcript/query.js';
import { firstFrom } from '../transcript/search.js';
import type { Transcript, Turn } from '../transcript/transcript.js';

/** One turn of the text around an excerpt. The three parts follow each other without anything in between. */
export interface ContextTurn {
  /** Missing where the turn has no label. */
  readonly speaker?: string;
  readonly before: string;
  /** What belongs to the excerpt; empty in turns before and after it. */
  readonly words: string;
  readonly after: string;
}

/** The text around an excerpt, as a reader sees it. */
export interface ExcerptContext {
  readonly turns: readonly ContextTurn[];
  /** Whether the next step shows more. */
  readonly more: boolean;
}

/** Sentences on either side in the first step. */
const SENTENCES = 2;
/** Further steps: whole turns, with so many more on either side, yet not much more than so many code points each way. */
const STEPS = [
  { turns: 1, most: 1500 },
  { turns: 3, most: 4000 },
  { turns: 8, most: 12_000 },
] as const;

/** The last step. */
export const MOST_CONTEXT = STEPS.length + 1;

/**
 * The text around a passage.
 * @param span in code points
 * @param step from 1: two sentences each way, then its whole turns with the ones before and after, then more turns
 */
export function contextOf(t: Transcript, span: Span, step: number): ExcerptContext {
  const around = regionOf(t, span, Math.min(step, MOST_CONTEXT));
  const next = regionOf(t, span, Math.min(step + 1, MOST_CONTEXT));
  const turns = turnsIn(t, around).map(turn => contextTurn(t, turn, around, span));
  return {
    turns: turns.filter(({ before, words, after }) => before !== '' || words !== '' || after !== ''),
    more: holdsMore(t, { start: next.start, end: around.start }) || holdsMore(t, { start: around.end, end: next.end }),
  };
}

function regionOf(t: Transcript, span: Span, step: number): Span {
  let { start, end } = span;
  for (let i = 0; i < SENTENCES; i++) {
    start = sentenceBefore(t, start);
    end = sentenceBehind(t, end);
  }
  const wide = STEPS[step - 2];
  if (wide === undefined) return { start, end };
  const inside = turnsIn(t, span);
  const [first, last] = [inside[0], inside.at(-1)];
  if (first !== undefined) {
    const turn = t.turns[Math.max(0, t.turns.indexOf(first) - wide.turns)] as Turn;
    const limit = span.start - wide.most;
    start = Math.min(start, turn.span.start >= limit ? turn.span.start : (sentenceAt(t, limit)?.start ?? limit));
  }
  if (last !== undefined) {
    const turn = t.turns[Math.min(t.turns.length - 1, t.turns.indexOf(last) + wide.turns)] as Turn;
    const limit = span.end + wide.most;
    end = Math.max(end, turn.span.end <= limit ? turn.span.end : (sentenceAt(t, limit)?.end ?? limit));
  }
  return { start, end };
}

/** Where the sentence starts that the last visible character before a position belongs to. */
function sentenceBefore(t: Transcript, position: number): number {
  for (let i = Math.min(firstFrom(t.runs, position), t.runs.length - 1); i >= 0; i--) {
    const { start, end } = (t.runs[i] as { readonly span: Span }).span;
    const ink = codePointLength(t.points.slice(start, Math.min(end, position)).trimEnd());
    if (start < position && ink > 0) return Math.min(sentenceAt(t, start + ink - 1)?.start ?? start, start + ink - 1);
  }
  return position;
}

/** Where the sentence ends that the first visible character from a position on belongs to. */
function sentenceBehind(t: Transcript, position: number): number {
  for (let i = firstFrom(t.runs, position); i < t.runs.length; i++) {
    const { start, end } = (t.runs[i] as { readonly span: Span }).span;
    const text = t.points.slice(Math.max(start, position), end);
    if (text.trim() === '') continue;
    const ink = Math.max(start, position) + codePointLength(text) - codePointLength(text.trimStart());
    return Math.max(sentenceAt(t, ink)?.end ?? end, ink + 1);
  }
  return position;
}

function contextTurn(t: Transcript, { speaker, body }: Turn, around: Span, span: Span): ContextTurn {
  const start = Math.max(body.start, around.start);
  const end = Math.min(body.end, around.end);
  const part = (from: number, to: number): string =>
    from < to ? readable(t, { start: Math.max(start, from), end: Math.min(end, to) }) : '';
  const whole = part(start, end);
  const words = part(Math.max(start, span.start), Math.min(end, span.end));
  const before = part(start, Math.min(end, span.start));
  const after = part(Math.max(start, span.end), end);
  // White space at the joints is folded away in the parts; the whole says whether there was any.
  const gap = before !== '' && words !== '' && whole.startsWith(`${before} ${words}`) ? ' ' : '';
  const gapAfter = after !== '' && words !== '' && whole.endsWith(`${words} ${after}`) ? ' ' : '';
  return {
    ...(speaker === undefined ? {} : { speaker }),
    before: before + gap,
    words,
    after: gapAfter + after,
  };
}

const holdsMore = (t: Transcript, span: Span): boolean => span.start < span.end && readable(t, span) !== '';
