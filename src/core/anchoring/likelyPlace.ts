import type { Anchored } from '../coding/coding.js';
import { type CodePoints, codePointLength } from '../text/codePoints.js';

/** Neighbours shorter than this, in code points, stand anywhere. */
const FEWEST = 8;

/**
 * Where somebody who looks for a lost passage by hand had best begin: where its old neighbours stand, else about where it was.
 * @param now today's text
 * @returns a position in code points
 */
export function likelyPlace({ at, context }: Anchored, now: CodePoints): number {
  const [before = '', after = ''] = context ?? [];
  const was = now.toUtf16(at[0]);
  const left = nearestOf(before, now.text, was);
  if (left !== undefined) return now.fromUtf16(left + before.length);
  const right = nearestOf(after, now.text, was);
  return now.fromUtf16(right ?? was);
}

/** The place of a text that is nearest to another place, in UTF-16 units. */
function nearestOf(wanted: string, text: string, near: number): number | undefined {
  if (codePointLength(wanted.trim()) < FEWEST) return undefined;
  const behind = text.indexOf(wanted, near);
  const ahead = text.lastIndexOf(wanted, near);
  if (ahead === -1) return behind === -1 ? undefined : behind;
  return behind === -1 || near - ahead <= behind - near ? ahead : behind;
}
