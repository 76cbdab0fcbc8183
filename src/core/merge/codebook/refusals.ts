import type { Outline } from './outline.js';
import { Unmergeable } from './unmergeable.js';

const HEADING = /^ {0,3}#{1,6}[ \t]/;

/**
 * Refuses what cannot be told apart for certain.
 * @throws Unmergeable where a heading of one version stands in the text of another one
 */
export function refuseUncertain(outlines: readonly Outline[]): void {
  if (isHeadingHidden(outlines)) throw new Unmergeable();
}

/** A comment or a code block that somebody forgot to close hides the headings behind it: that these are still there, nobody can see. */
function isHeadingHidden(outlines: readonly Outline[]): boolean {
  const headings = outlines.map(({ lines, sections }) => new Set(sections.map(({ entry }) => lines[entry.line] ?? '')));
  const all = new Set(headings.flatMap(lines => [...lines]));
  return outlines.some(({ lines }, i) =>
    lines.some(line => HEADING.test(line) && all.has(line) && !headings[i]?.has(line)),
  );
}
