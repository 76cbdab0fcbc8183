import type { Span } from '../../text/span.js';
import { turnsIn } from '../../transcript/query.js';
import { isGap, isLiteral, runsIn } from '../../transcript/search.js';
import type { TextRun, Transcript, Turn } from '../../transcript/transcript.js';
import { UNSPACED } from '../../transcript/words.js';

/** A word as it was said, with the punctuation that stands at it. */
export interface PassageWord {
  /** What stands right before it, such as a quotation mark; mostly empty. */
  readonly before: string;
  readonly text: string;
  /** What stands right behind it, such as a comma or ` –`; mostly empty. */
  readonly after: string;
  /** Whether white space parts it from the word before. */
  readonly spaced: boolean;
  /** With what stands at it, in code points of the transcript. */
  readonly span: Span;
  /** Index into `Passage.turns`. */
  readonly turn: number;
}

/** Words from one to another, by index, the last one excluded. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** A passage of a transcript with the turns it is of, ready to be made a quotation of. */
export interface Passage {
  /** The turns in order; `speaker` is missing where there are no labels. */
  readonly turns: readonly { readonly speaker?: string }[];
  /** All words of these turns. */
  readonly words: readonly PassageWord[];
  /** The words of the passage itself. */
  readonly chosen: WordRange;
}

/**
 * Takes the turns of a passage apart into words.
 * @param span in code points
 * @returns undefined where no word of the passage is said
 */
export function passageOf(transcript: Transcript, span: Span): Passage | undefined {
  const turns = turnsIn(transcript, span).filter(({ body }) => body.start < body.end);
  const words = turns.flatMap((turn, i) => wordsOf(transcript, turn, i));
  const from = words.findIndex(word => word.span.end > span.start);
  const to = words.findLastIndex(word => word.span.start < span.end) + 1;
  if (from === -1 || from >= to) return undefined;
  return { turns: turns.map(({ speaker }) => (speaker === undefined ? {} : { speaker })), words, chosen: { from, to } };
}

/** What is shown of a turn, with the place of each UTF-16 unit. */
interface ShownTurn {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function shownOf(t: Transcript, { body }: Turn): ShownTurn {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let before: TextRun | undefined;
  for (const run of runsIn(t, body)) {
    if (run.kind === 'heading') continue;
    if (before !== undefined && isGap(t, before, run)) {
      parts.push(' ');
      starts.push(before.span.end);
      ends.push(run.span.start);
    }
    parts.push(run.text);
    const first = t.points.toUtf16(run.span.start);
    for (let i = 0; i < run.text.length; i++) {
      // An entity or an escape is shown shorter than it is written: all of it is its place.
      const [start, end] = isLiteral(run)
        ? [t.points.fromUtf16(first + i), t.points.fromUtf16(first + i + 1)]
        : [run.span.start, run.span.end];
      starts.push(start);
      ends.push(Math.max(end, start + 1));
    }
    before = run;
  }
  return { text: parts.join(''), starts, ends };
}

/** What stands before a word, the word, what stands behind it. A remark of who transcribed, `[laughs]`, is one word with its brackets. */
const PARTS = /^([^\p{L}\p{N}[]*)(\[[^[\]]*\]|[^[]*?)([^\p{L}\p{N}\p{M}]*)$/su;
const CHUNK = /[^\s[]*\[[^[\]]{1,200}\](?:[^\s[\p{L}\p{N}]*)|\S+/gu;

function wordsOf(t: Transcript, turn: Turn, index: number): PassageWord[] {
  const shown = shownOf(t, turn);
  const words: PassageWord[] = [];
  let spaced = false;
  let waiting: { readonly text: string; readonly at: number } | undefined;
  let end = 0;
  for (const { text, at } of chunksOf(shown.text)) {
    const [, lead = '', core = '', trail = ''] = PARTS.exec(text) ?? [text, '', text, ''];
    spaced = at > end && words.length > 0;
    const space = at > end ? ' ' : '';
    end = at + text.length;
    const last = words.at(-1);
    if (core === '') {
      // A dash or dots on their own go with the word before.
      if (last === undefined) waiting = { text: (waiting?.text ?? '') + text, at: waiting?.at ?? at };
      else words[words.length - 1] = { ...last, after: last.after + space + text, span: spanOf(shown, last.span, end) };
      continue;
    }
    const lone = waiting === undefined ? '' : `${waiting.text}${space}`;
    const start = shown.starts[waiting?.at ?? at] ?? 0;
    const span = { start, end: shown.ends[end - 1] ?? start };
    words.push({ before: lone + lead, text: core, after: trail, spaced, span, turn: index });
    waiting = undefined;
  }
  return words;
}

const spanOf = ({ ends }: ShownTurn, { start }: Span, end: number): Span => ({ start, end: ends[end - 1] ?? start });

/** What white space parts; where a script has none, its words. */
function* chunksOf(text: string): Generator<{ readonly text: string; readonly at: number }> {
  for (const { 0: chunk, index } of text.matchAll(CHUNK)) {
    if (!UNSPACED.test(chunk)) {
      yield { text: chunk, at: index };
      continue;
    }
    for (const { segment, index: inner } of new Intl.Segmenter('en', { granularity: 'word' }).segment(chunk))
      yield { text: segment, at: index + inner };
  }
}
