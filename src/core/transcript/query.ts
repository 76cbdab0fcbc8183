import { overlaps, type Span } from '../text/span.js';
import { speakerKey } from './names.js';
import { firstFrom, runsIn } from './search.js';
import type { Transcript, Turn } from './transcript.js';

export { readable } from './readable.js';
export { sentenceAt } from './sentence.js';
export { trimToText } from './trim.js';
export { speakerStats, textLength, wordStarts, words } from './words.js';

/** The turn that holds a position. A position right behind a turn's last character belongs to it. */
export function turnAt(t: Transcript, position: number): Turn | undefined {
  const turn = t.turns[firstFrom(t.turns, position)];
  return turn !== undefined && turn.span.start <= position ? turn : undefined;
}

/** The turns that share text with a span; for an empty span the turn at that place. */
export function turnsIn(t: Transcript, span: Span): Turn[] {
  if (span.start >= span.end) {
    const turn = turnAt(t, span.start);
    return turn ? [turn] : [];
  }
  const turns: Turn[] = [];
  for (let i = firstFrom(t.turns, span.start); i < t.turns.length; i++) {
    const turn = t.turns[i] as Turn;
    if (turn.span.start >= span.end) break;
    if (overlaps(turn.span, span)) turns.push(turn);
  }
  return turns;
}

/**
 * Who speaks in a span: the speakers of the turns of which it holds something they said. A span that merely touches a
 * label, or the white space around it, does not count for that turn. Each speaker once, spelt as first met.
 */
export function speakersIn(t: Transcript, span: Span): string[] {
  const speakers = new Map<string, string>();
  for (const { speaker, body } of turnsIn(t, span)) {
    if (speaker === undefined || speakers.has(speakerKey(speaker))) continue;
    const said = { start: Math.max(span.start, body.start), end: Math.min(span.end, body.end) };
    if (holdsText(t, said)) speakers.set(speakerKey(speaker), speaker);
  }
  return [...speakers.values()];
}

function holdsText(t: Transcript, span: Span): boolean {
  for (const run of runsIn(t, span)) if (/\S/u.test(run.text)) return true;
  return false;
}
