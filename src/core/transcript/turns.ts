import type { CodePoints } from '../text/codePoints.js';
import type { Span } from '../text/span.js';
import type { Piece } from './layout.js';
import { milliseconds, TIME } from './time.js';
import type { Turn } from './transcript.js';
import type { Label } from './trust.js';

/** A label and where what it introduces starts, in UTF-16 offsets. */
export interface Opening {
  readonly label: Label;
  /** The end of the line before it: what stands between is no text. */
  readonly from: number;
  /** The first character behind the label that is no white space. */
  readonly body: number;
}

/** f4's time stamp at the end of a turn, with closing marks behind it. */
const END_STAMP = new RegExp(`#${TIME}#[\\s*_]*$`, 'u');

/** Finds where the bodies of labels start: behind white space, yet never beyond the line of the next label. */
export function openings(text: string, labels: readonly Label[]): Opening[] {
  return labels.map((label, i) => {
    const next = labels[i + 1];
    const end = next === undefined ? text.length : lineStart(text, next.start);
    return {
      label,
      from: Math.max(0, lineStart(text, label.start) - 1),
      body: skipSpace(text, label.end, Math.max(label.end, end)),
    };
  });
}

/** Cuts the body of a transcript into turns. What stands before the first label is a turn without a speaker. */
export function cutTurns(
  points: CodePoints,
  bodyStart: number,
  opened: readonly Opening[],
  pieces: readonly Piece[],
): Turn[] {
  const { text } = points;
  const span = (start: number, end: number): Span => ({ start: points.fromUtf16(start), end: points.fromUtf16(end) });
  const ends = endsOfText(text, opened, pieces);
  const turns: Turn[] = [];
  const start = skipSpace(text, bodyStart, text.length);
  const end = lastInk(text, Math.max(start, ends[0] ?? 0), opened[0]?.from ?? text.length);
  if (start < end) turns.push({ span: span(start, end), body: span(start, end) });
  for (const [i, { label, body }] of opened.entries()) {
    const end = lastInk(text, Math.max(label.end, ends[i + 1] ?? 0), opened[i + 1]?.from ?? text.length);
    const from = Math.min(body, end);
    const time = label.time ?? endTime(text, from, end);
    turns.push({
      speaker: label.speaker,
      span: span(label.start, end),
      label: span(label.start, label.end),
      body: span(from, end),
      ...(time !== undefined && { time }),
    });
  }
  return turns;
}

/** Where the visible text before the first label, and behind each label, ends; 0 where there is none. */
function endsOfText(text: string, opened: readonly Opening[], pieces: readonly Piece[]): number[] {
  const ends: number[] = Array(opened.length + 1).fill(0);
  let turn = 0;
  for (const piece of pieces) {
    while (turn < opened.length && (opened[turn] as Opening).from <= piece.start) turn++;
    const end = Math.min(piece.end, opened[turn]?.from ?? piece.end);
    if (piece.text.trim() !== '') ends[turn] = piece.start + text.slice(piece.start, end).trimEnd().length;
  }
  return ends;
}

function endTime(text: string, start: number, end: number): number | undefined {
  const match = END_STAMP.exec(text.slice(Math.max(start, end - 40), end));
  return match ? milliseconds(match[0]) : undefined;
}

const lineStart = (text: string, at: number): number => (at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1);
const isSpace = (unit: string | undefined): boolean => unit !== undefined && /\s/.test(unit);

function skipSpace(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isSpace(text[at])) at++;
  return at;
}

/** The end of what is written between two offsets, without white space and lines that hold quote marks only. */
function lastInk(text: string, start: number, end: number): number {
  let at = end;
  for (;;) {
    while (at > start && isSpace(text[at - 1])) at--;
    let mark = at;
    while (mark > start && (text[mark - 1] === '>' || text[mark - 1] === ' ')) mark--;
    if (mark === at || mark <= start || text[mark - 1] !== '\n') return Math.max(at, start);
    at = mark;
  }
}
