import type { Outline, Section } from './outline.js';
import { Unmergeable } from './unmergeable.js';

const HEADING = /^ {0,3}#{1,6}[ \t]/;

/**
 * Refuses what cannot be told apart for certain.
 * @param outlines the bases, then both sides
 * @throws Unmergeable where a heading of one version stands in the text of another one, or where it is not clear which of several headings
 * with one id is which in another version
 */
export function refuseUncertain(outlines: readonly Outline[]): void {
  if (isHeadingHidden(outlines) || isUnclear(outlines)) throw new Unmergeable();
}

/** A comment or a code block that somebody forgot to close hides the headings behind it: that these are still there, nobody can see. */
function isHeadingHidden(outlines: readonly Outline[]): boolean {
  const headings = outlines.map(({ lines, sections }) => new Set(sections.map(({ entry }) => lines[entry.line] ?? '')));
  const all = new Set(headings.flatMap(lines => [...lines]));
  return outlines.some(({ lines }, i) =>
    lines.some(line => HEADING.test(line) && all.has(line) && !headings[i]?.has(line)),
  );
}

/**
 * Headings with one id are told apart by what they say. Of those that no heading of another version equals there may be one on each side: then these are the
 * same, or one is new or gone.
 */
function isUnclear(outlines: readonly Outline[]): boolean {
  const byId = outlines.map(({ sections }) => {
    const found = new Map<string, string[]>();
    for (const section of sections)
      found.set(section.entry.id, [...(found.get(section.entry.id) ?? []), said(section)]);
    return found;
  });
  const doubles = new Set(byId.flatMap(found => [...found].filter(([, all]) => all.length > 1).map(([id]) => id)));
  const [bases, sides] = [byId.slice(0, -2), byId.slice(-2)];
  const pairs = bases.length === 0 ? [sides] : bases.flatMap(base => sides.map(side => [base, side]));
  return [...doubles].some(id =>
    pairs.some(pair => {
      const [before = [], after = []] = pair.map(found => found.get(id) ?? []);
      return leftOver(before, after) > 1 || leftOver(after, before) > 1;
    }),
  );
}

const said = ({ content, body }: Section): string => JSON.stringify([content, body]);

/** How many of a list the other one has not. */
function leftOver(all: readonly string[], others: readonly string[]): number {
  const left = [...others];
  return all.filter(one => {
    const at = left.indexOf(one);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  }).length;
}
