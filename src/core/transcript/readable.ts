import type { Span } from '../text/span.js';
import { firstFrom, isGap, runsIn } from './search.js';
import type { TextRun, Transcript, Turn } from './transcript.js';

/**
 * An excerpt as a reader sees it: Markdown marks, labels and time stamps gone, white space folded. Where another turn
 * begins inside the excerpt, its speaker is named: `… — PP3: …`.
 */
export function readable(t: Transcript, span: Span): string {
  const parts: string[] = [];
  let turn = firstFrom(t.turns, span.start);
  let before: TextRun | undefined;
  let begun = false;
  for (const run of runsIn(t, span)) {
    const next = turnOf(t, turn, run.span.start);
    if (begun && next !== turn) {
      const speaker = t.turns[next]?.speaker;
      parts.push(speaker === undefined ? ' — ' : ` — ${speaker}: `);
    } else if (before !== undefined && isGap(t, before, run)) parts.push(' ');
    parts.push(run.text);
    begun ||= run.text.trim() !== '';
    turn = next;
    before = run;
  }
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** Index of the turn that holds a position, looked for from a turn on. */
function turnOf(t: Transcript, from: number, position: number): number {
  let turn = from;
  while (turn + 1 < t.turns.length && (t.turns[turn + 1] as Turn).span.start <= position) turn++;
  return turn;
}
