import { codePointLength } from '../text/codePoints.js';
import type { Span } from '../text/span.js';
import { type DiffPart, wordDiff } from '../text/wordDiff.js';
import type { Transcript } from '../transcript/transcript.js';
import { type ContextTurn, contextOf, MOST_CONTEXT } from './excerptContext.js';

/** One turn of a passage and what stands around it; the words show how they differ from those they are compared with. */
export interface ReviewTurn {
  /** Missing where the turn has no label. */
  readonly speaker?: string;
  readonly before: string;
  /** Empty in turns before and after the passage. */
  readonly words: readonly DiffPart[];
  readonly after: string;
}

/** A passage as it is, beside what it was. */
export interface Compared {
  /** For each turn of the old passage its words: parts that stayed and parts that are gone. */
  readonly old: readonly (readonly DiffPart[])[];
  /** The new one: parts that stayed and parts that came. */
  readonly now: readonly ReviewTurn[];
  readonly isSame: boolean;
}

/** The turns around a passage of a transcript. */
export function turnsAround(t: Transcript, span: Span, step: number): readonly ContextTurn[] {
  const { turns } = contextOf(t, span, step);
  // Of what nobody reads, such as a label or a mark, the source is shown.
  return hasWords(turns) ? turns : [...turns, plainTurn(t.points.slice(span.start, span.end))];
}

/** The turns of a quote of which nothing is known but its words. */
export function turnsOfQuote(parse: (text: string) => Transcript, quote: string): readonly ContextTurn[] {
  const { turns } = contextOf(parse(quote), { start: 0, end: codePointLength(quote) }, 1);
  return hasWords(turns) ? turns.filter(({ words }) => words !== '') : [plainTurn(quote)];
}

/** The same surroundings with other words in them: those of a quote. */
export function withWordsOf(around: readonly ContextTurn[], quote: readonly ContextTurn[]): readonly ContextTurn[] {
  const places = around.filter(({ words }) => words !== '');
  const fits = places.length === quote.length;
  const all = quote.map(({ words }) => words).join(' ');
  return around.map(turn => {
    const at = places.indexOf(turn);
    if (at === -1) return turn;
    return { ...turn, words: fits ? (quote[at]?.words ?? '') : at === 0 ? all : '' };
  });
}

/** The turns of a quote between the little that a record keeps of its neighbours. */
export function turnsInContext(
  parse: (text: string) => Transcript,
  quote: string,
  [before, after]: readonly [string, string],
): readonly ContextTurn[] {
  const start = codePointLength(before);
  const span = { start, end: start + codePointLength(quote) };
  const { turns } = contextOf(parse(before + quote + after), span, MOST_CONTEXT);
  if (!hasWords(turns)) return turnsOfQuote(parse, quote);
  // Both ends were cut off somewhere.
  return turns.map((turn, i) => {
    const isLast = i === turns.length - 1;
    const head = i === 0 && before !== '' ? '…' : '';
    const tail = isLast && after !== '' ? '…' : '';
    return { ...turn, before: head + turn.before, after: turn.after + tail };
  });
}

/** Turns whose words are compared with nothing. */
export function plainTurns(turns: readonly ContextTurn[]): ReviewTurn[] {
  return turns.map(turn => ({ ...turn, words: turn.words === '' ? [] : [{ text: turn.words, kind: 'same' }] }));
}

/** Compares the words of two passages. */
export function comparedTurns(old: readonly ContextTurn[], now: readonly ContextTurn[]): Compared {
  // A line end stands between turns: in the words of a turn there is none.
  const textOf = (turns: readonly ContextTurn[]): string =>
    turns.flatMap(({ words }) => (words === '' ? [] : [words.replaceAll('\n', ' ')])).join('\n');
  const parts = wordDiff(textOf(old), textOf(now));
  return {
    old: withParts(
      old,
      parts.filter(({ kind }) => kind !== 'new'),
    ).map(({ words }) => words),
    now: withParts(
      now,
      parts.filter(({ kind }) => kind !== 'gone'),
    ),
    isSame: parts.every(({ kind }) => kind === 'same'),
  };
}

/** Deals the parts of a text out to the turns that its lines are. */
function withParts(turns: readonly ContextTurn[], parts: readonly DiffPart[]): ReviewTurn[] {
  const lines: DiffPart[][] = [[]];
  for (const { text, kind } of parts) {
    text.split('\n').forEach((piece, i) => {
      if (i > 0) lines.push([]);
      if (piece !== '') lines.at(-1)?.push({ text: piece, kind });
    });
  }
  let next = 0;
  return turns.map(turn => ({ ...turn, words: turn.words === '' ? [] : (lines[next++] ?? []) }));
}

const hasWords = (turns: readonly ContextTurn[]): boolean => turns.some(({ words }) => words !== '');

const plainTurn = (words: string): ContextTurn => ({
  before: '',
  words: words.replace(/\s+/g, ' ').trim(),
  after: '',
});
