import { decodeString } from 'micromark-util-decode-string';

/** A part of what a reader sees, and where it is written. Positions are UTF-16 offsets into the source. */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What may be an escape or an entity; `&nope;` is none and stands for itself. */
const CODED = /\\[!-/:-@[-`{-~]|&(?:#(?:\d{1,7}|x[\da-f]{1,6})|[\da-z]{1,31});/gi;

/**
 * Finds where text is written. Escapes, entities and line ends are parts of their own; white space around a line end and
 * the quote marks behind it are in no part.
 * @param value what the source shows from start to end
 */
export function* alignText(source: string, start: number, end: number, value: string): Generator<Part> {
  let shown = 0;
  for (let at = start; at < end; at++) {
    const lineEnd = endOfLine(source, at, end);
    const inkEnd = lineEnd < end ? endOfInk(source, at, lineEnd) : end;
    const inkStart = at > start ? behindPrefix(source, at, inkEnd, value.slice(shown)) : at;
    for (const part of decoded(source, inkStart, inkEnd)) {
      shown += part.text.length;
      yield part;
    }
    at = lineEnd;
    if (at < end) yield literal(source, at, at + 1);
    shown++;
  }
}

/** Finds where code is written: each line of it at the end of a line, whatever containers stand before it. */
export function* alignCode(source: string, start: number, end: number, value: string): Generator<Part> {
  let at = start;
  for (const [i, line] of value.split('\n').entries()) {
    if (i > 0) yield literal(source, at - 1, at);
    const lineEnd = endOfLine(source, at, end);
    let written = line;
    // Columns that an indent leaves of a tab are shown as spaces, but stand nowhere.
    while (!isShown(source.slice(lineEnd - written.length, lineEnd), written)) written = written.slice(1);
    if (written !== '') yield literal(source, lineEnd - written.length, lineEnd);
    at = lineEnd + 1;
  }
}

/** Where code starts and ends between its ticks and the space that may pad it. */
export function insideTicks(source: string, start: number, end: number, value: string): [start: number, end: number] {
  let from = start;
  while (source[from] === '`') from++;
  const to = end - (from - start);
  const isPadded = endOfLine(source, from, to) - from !== endOfLine(value, 0, value.length);
  return isPadded ? [from + 1, to - 1] : [from, to];
}

/** What the source says, as it is. */
export function literal(source: string, start: number, end: number): Part {
  return { start, end, text: source.slice(start, end) };
}

/** The end of a line without the spaces and tabs before it. */
export function endOfInk(source: string, start: number, end: number): number {
  let at = endOfLine(source, start, end);
  while (at > start && /[ \t]/.test(source[at - 1] as string)) at--;
  return at;
}

function endOfLine(source: string, start: number, end: number): number {
  const at = source.slice(start, end).indexOf('\n');
  return at === -1 ? end : start + at;
}

function* decoded(source: string, start: number, end: number): Generator<Part> {
  let from = start;
  for (const { 0: coded, index } of source.slice(start, end).matchAll(CODED)) {
    const text = decodeString(coded);
    if (text === coded) continue;
    if (from < start + index) yield literal(source, from, start + index);
    from = start + index + coded.length;
    yield { start: start + index, end: from, text };
  }
  if (from < end) yield literal(source, from, end);
}

/** Where the text of a continued line starts. What it shows tells a quote mark from a `>` that somebody wrote. */
function behindPrefix(source: string, start: number, end: number, value: string): number {
  let at = start;
  while (at < end && /[ \t>]/.test(source[at] as string)) at++;
  for (let mark = at - 1; mark >= start; mark--) {
    if (source[mark] !== '>') continue;
    const line = `${decodeString(source.slice(at, end))}\n`;
    if (isShown(line, `${value}\n`.slice(0, line.length))) break;
    at = mark;
  }
  return at;
}

/** Remark shows a NUL as a replacement character. */
const isShown = (text: string, value: string): boolean => text.replaceAll('\0', '\ufffd') === value;
