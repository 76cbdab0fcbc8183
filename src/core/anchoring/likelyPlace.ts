import type { Anchored } from '../coding/coding.js';
import { CodePoints, codePointLength } from '../text/codePoints.js';

/** Neighbours shorter than this, in code points, stand anywhere. */
const FEWEST = 8;
/** How many lines of the old text are looked for, from the passage back. */
const MOST_LINES = 100;

/**
 * Where somebody who looks for a lost passage by hand had best begin: where its old neighbours stand, else behind the last line
 * before it that is still there, else about where it was.
 * @param now today's text
 * @param past the text it was coded in, where that is known: no byte order mark, line ends LF
 * @returns a position in code points
 */
export function likelyPlace({ at, context }: Anchored, now: CodePoints, past?: string): number {
  const [before = '', after = ''] = context ?? [];
  const was = now.toUtf16(at[0]);
  const left = nearestOf(before, now.text, was);
  if (left !== undefined) return now.fromUtf16(left + before.length);
  const right = nearestOf(after, now.text, was);
  if (right !== undefined) return now.fromUtf16(right);
  const old = past === undefined ? undefined : new CodePoints(past);
  const lines = old?.slice(0, at[0]).split('\n').slice(-MOST_LINES).reverse() ?? [];
  for (const line of lines) {
    const place = nearestOf(line, now.text, was);
    if (place !== undefined) return now.fromUtf16(place + line.length);
  }
  return now.fromUtf16(was);
}

/** The place of a text that is nearest to another place, in UTF-16 units. */
function nearestOf(wanted: string, text: string, near: number): number | undefined {
  if (codePointLength(wanted.trim()) < FEWEST) return undefined;
  const behind = text.indexOf(wanted, near);
  const ahead = text.lastIndexOf(wanted, near);
  if (ahead === -1) return behind === -1 ? undefined : behind;
  return behind === -1 || near - ahead <= behind - near ? ahead : behind;
}
