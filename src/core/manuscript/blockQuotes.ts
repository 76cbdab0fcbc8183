import type { Shown } from '../memos/shown.js';
import type { CodePoints } from '../text/codePoints.js';
import type { Span } from '../text/span.js';
import { type Attributed, type Attributions, lastNamed } from './attribution.js';
import { CLOSERS } from './marks.js';
import { piecesOf, SAID } from './pieces.js';
import type { Attribution, Quotation } from './quotation.js';

/** What reading needs to know everywhere. */
export interface Reading {
  readonly points: CodePoints;
  readonly attributions: Attributions;
  lineOf(position: number): number;
}

/** A stretch of what is shown, UTF-16 units. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface Found extends Attributed, Stretch {}

/** The paragraphs of a block as one text, a blank line between them. */
export function joined(paragraphs: readonly Shown[]): Shown {
  const [first, ...rest] = paragraphs;
  if (first === undefined || rest.length === 0) return first ?? { text: '', from: [], to: [] };
  const gapAt = (i: number): number[] => {
    const gap = paragraphs[i]?.from[0] ?? paragraphs[i - 1]?.to.at(-1) ?? 0;
    return i === 0 ? [] : [gap, gap];
  };
  return {
    text: paragraphs.map(({ text }) => text).join('\n\n'),
    from: paragraphs.flatMap(({ from }, i) => [gapAt(i), from]).flat(),
    to: paragraphs.flatMap(({ to }, i) => [gapAt(i), to]).flat(),
  };
}

/**
 * The quotations of a block quote: mostly one; several where paragraphs have an attribution each, or where people speak in turn.
 * @param before the paragraph that leads to it
 * @param after the paragraph right behind it, which may be its attribution
 */
export function blockQuotations(
  block: Shown,
  under: readonly string[],
  before: Shown | undefined,
  after: Shown | undefined,
  reading: Reading,
): Quotation[] {
  if (/^\s*\[![A-Za-z]+\]/u.test(block.text)) return [];
  const turns = turnsOf(block.text, reading.attributions);
  const made = turns.length > 0 ? dialogue(block, turns, reading) : paragraphsOf(block, before, after, reading);
  return made.flatMap(({ stretch, attribution, turn }) => {
    const { start, end } = withoutMarks(block.text, stretch);
    const pieces = piecesOf(block, start, end, reading.points);
    if (!pieces.some(piece => piece.kind === 'words' && SAID.test(piece.text))) return [];
    const span = spanOf(block, stretch, reading.points);
    return [
      {
        kind: 'block' as const,
        pieces,
        ...(attribution === undefined ? {} : { attribution }),
        span,
        line: reading.lineOf(span.start),
        under,
        ...(turn === undefined ? {} : { dialogue: turn }),
      },
    ];
  });
}

interface Made {
  readonly stretch: Stretch;
  readonly attribution: Attribution | undefined;
  readonly turn?: Quotation['dialogue'];
}

function paragraphsOf(
  block: Shown,
  before: Shown | undefined,
  after: Shown | undefined,
  { attributions, points }: Reading,
): Made[] {
  const made: Made[] = [];
  let open: number | undefined;
  const last = (end: number, attribution: Attribution | undefined): void => {
    if (open !== undefined) made.push({ stretch: trimmed(block.text, { start: open, end }), attribution });
    open = undefined;
  };
  for (const paragraph of paragraphs(block.text)) {
    const found = endingIn(block.text, paragraph, attributions);
    open ??= paragraph.start;
    if (found === undefined) continue;
    last(found.start, place(found, block, points, false));
  }
  const behind = after === undefined ? undefined : attributionParagraph(after.text, attributions);
  if (open !== undefined && behind !== undefined) last(block.text.length, place(behind, after as Shown, points, false));
  const lead = before === undefined ? undefined : leading(before.text, attributions);
  last(block.text.length, lead && place(lead, before as Shown, points, true));
  return made;
}

function dialogue(
  block: Shown,
  turns: readonly (Found & { body: number })[],
  { attributions, points }: Reading,
): Made[] {
  const closing = endingIn(
    block.text,
    { start: (turns.at(-1) as { body: number }).body, end: block.text.length },
    attributions,
  );
  const session = closing ?? sessionAt(block.text);
  const end = session?.start ?? block.text.length;
  return turns.map((turn, i) => {
    const detail = session?.detail;
    const attribution = place({ ...turn, ...(detail === undefined ? {} : { detail }) }, block, points, true);
    const stretch = trimmed(block.text, { start: turn.body, end: turns[i + 1]?.start ?? end });
    return turns.length === 1
      ? { stretch, attribution }
      : { stretch, attribution, turn: { turn: i + 1, of: turns.length } };
  });
}

/** The lines that begin with somebody's label and a colon; none, unless the first of all does. */
function turnsOf(text: string, attributions: Attributions): (Found & { body: number })[] {
  const turns: (Found & { body: number })[] = [];
  for (const match of text.matchAll(/(?<=^|\n)[ \t]*([^\n:：]{1,40}?)\s*[:：]\s+/gu)) {
    const name = (match[1] as string).trim();
    const found = attributions.labelled(name);
    if (found === undefined) continue;
    turns.push({
      ...found,
      start: match.index,
      end: match.index + match[0].trimEnd().length,
      body: match.index + match[0].length,
    });
  }
  return turns[0] !== undefined && text.slice(0, turns[0].start).trim() === '' ? turns : [];
}

/** What a dialogue says at its end of the session: `(joint interview 2)`. */
function sessionAt(text: string): (Stretch & { readonly detail: string }) | undefined {
  const match = /\s*\(([^()\n]{0,60}(?:interview|group|session|meeting|discussion)[^()\n]{0,60})\)\s*$/iu.exec(text);
  return match === null ? undefined : { detail: match[1] as string, start: match.index, end: text.length };
}

/** The attribution that a paragraph ends in, or is. */
function endingIn(text: string, { start, end }: Stretch, attributions: Attributions): Found | undefined {
  const paragraph = text.slice(start, end);
  const bracketed = /\s*[([（［]([^()[\]（）［］]{1,160})[)\]）］]\s*[.,;。]?\s*$/u.exec(paragraph);
  const inBrackets = bracketed && attributions.read(bracketed[1] as string);
  if (bracketed && inBrackets) return { ...inBrackets, start: start + bracketed.index, end };
  const lineStart = paragraph.trimEnd().lastIndexOf('\n') + 1;
  for (const match of paragraph.slice(lineStart).matchAll(/(?:^|\s+|(?<=[\p{P}]))(?:[—–―]|--+)\s*/gu)) {
    const from = lineStart + match.index;
    const found = attributions.readBare(paragraph.slice(from + match[0].length));
    if (found !== undefined) return { ...found, start: start + from, end };
  }
  const line = paragraph.slice(lineStart);
  const whole = (lineStart > 0 || start > 0) && attributionParagraph(line, attributions);
  return whole ? { ...whole, start: start + lineStart, end } : undefined;
}

/** A paragraph or line that is nothing but an attribution, with its name first or in brackets. */
function attributionParagraph(text: string, attributions: Attributions): Found | undefined {
  const match = /^\s*(?:(?:[—–―]|--?)\s*)?[([（［]?([^()[\]（）［］]{1,160}?)[)\]）］]?[.。]?\s*$/u.exec(text);
  const written = match?.[1] ?? '';
  const found = /^\s*[([（［]/u.test(text) ? attributions.read(written) : attributions.readBare(written);
  if (found === undefined) return undefined;
  const isFirst = new RegExp(`^[\\s—–―([（［-]*${found.participant.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'u').test(
    text,
  );
  return isFirst ? { ...found, start: 0, end: text.length } : undefined;
}

/** Who is named in the sentence that leads to a block: it ends with a colon. */
function leading(text: string, attributions: Attributions): Found | undefined {
  if (!/[:：]\s*$/u.test(text)) return undefined;
  const from = Math.max(0, text.trimEnd().search(/[^.!?]*$/u));
  const sentence = text.slice(from);
  const last = lastNamed(attributions.named(sentence), sentence);
  return last && { ...last, start: from + last.start, end: from + last.end };
}

function* paragraphs(text: string): Generator<Stretch> {
  for (let start = 0, end: number; start <= text.length; start = end + 2) {
    end = text.indexOf('\n\n', start);
    if (end === -1) end = text.length;
    if (start < end) yield { start, end };
  }
}

/** An attribution at its place in the manuscript. */
export function place(
  { start, end, participant, person, also, detail }: Found,
  shown: Shown,
  points: CodePoints,
  leads: boolean,
): Attribution {
  return {
    participant,
    ...(person === undefined ? {} : { person }),
    ...(also === undefined ? {} : { also }),
    ...(detail === undefined ? {} : { detail }),
    span: spanOf(shown, trimmed(shown.text, { start, end }), points),
    leads,
  };
}

/** Where a stretch of what is shown is written, in code points. */
export function spanOf(shown: Shown, { start, end }: Stretch, points: CodePoints): Span {
  const [from, to] = [shown.from[start] ?? 0, shown.to[Math.max(start, end - 1)] ?? 0];
  return { start: points.fromUtf16(from), end: points.fromUtf16(to) };
}

function trimmed(text: string, { start, end }: Stretch): Stretch {
  let [from, to] = [start, end];
  while (from < to && /\s/u.test(text[from] as string)) from++;
  while (to > from && /\s/u.test(text[to - 1] as string)) to--;
  return { start: from, end: to };
}

/** A block may have quotation marks around it, or not. */
function withoutMarks(text: string, stretch: Stretch): Stretch {
  const { start, end } = stretch;
  const opens = text[start] ?? '';
  const tail = /[.,;:!?]?$/u.exec(text.slice(start, end))?.[0].length ?? 0;
  const closes = text[end - 1 - tail] ?? '';
  if (end - start < 3 || !CLOSERS[opens]?.includes(closes)) return stretch;
  // `“No,” he said, “not me.”` has two, and ‘It’s the peers’’ is not ended by its first.
  if (CLOSERS[opens].length === 1 && opens !== closes && text.slice(start + 1, end - 1 - tail).includes(opens)) {
    if (text.slice(start + 1, end - 1 - tail).indexOf(closes) < text.slice(start + 1).indexOf(opens)) return stretch;
  }
  return { start: start + 1, end: end - 1 - tail };
}
