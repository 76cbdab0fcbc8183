import { type FramedText, mergedFrame, unframed } from '../frame.js';
import type { FileVersions } from '../merge.js';
import { differencesOf } from '../text/regions.js';

/** Merged lines as a text with the byte order mark and line ends it is to have; a line that ends otherwise on a side still does. */
export function inFrame(
  lines: readonly string[],
  ours: FramedText,
  theirs: FramedText,
  versions: FileVersions,
): string {
  const [mine, other] = [oddEnds(ours, lines), oddEnds(theirs, lines)];
  const framed = lines.map((line, i) => ({ line, odd: mine.get(i) ?? other.get(i) }));
  return unframed(mergedFrame(versions), framed);
}

/** Line ends of a side that are not those of its frame, by the lines of the merged text. */
function oddEnds({ lines, odd }: FramedText, merged: readonly string[]): Map<number, string> {
  const found = new Map<number, string>();
  if (odd.size === 0) return found;
  let [i, j] = [0, 0];
  const end = { ours: [lines.length, lines.length], theirs: [merged.length, merged.length] } as const;
  for (const difference of [...differencesOf(lines, merged), end]) {
    for (; i < difference.ours[0]; i++, j++) {
      const kept = odd.get(i);
      if (kept !== undefined) found.set(j, kept);
    }
    [i, j] = [difference.ours[1], difference.theirs[1]];
  }
  return found;
}
