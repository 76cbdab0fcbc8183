import type { Outline, Section } from './outline.js';
import { sameTexts } from './settle.js';
import { Unmergeable } from './unmergeable.js';

const HEADING = /^ {0,3}#{1,6}[ \t]/;

/**
 * Refuses what cannot be told apart for certain.
 * @throws Unmergeable where a heading of one version stands in the text of another one, or where an id is that of several entries and
 * these differ between versions
 */
export function refuseUncertain(outlines: readonly Outline[]): void {
  if (isHeadingHidden(outlines) || differInDoubles(outlines)) throw new Unmergeable();
}

/** A comment or a code block that somebody forgot to close hides the headings behind it: that these are still there, nobody can see. */
function isHeadingHidden(outlines: readonly Outline[]): boolean {
  const headings = outlines.map(({ lines, sections }) => new Set(sections.map(({ entry }) => lines[entry.line] ?? '')));
  const all = new Set(headings.flatMap(lines => [...lines]));
  return outlines.some(({ lines }, i) =>
    lines.some(line => HEADING.test(line) && all.has(line) && !headings[i]?.has(line)),
  );
}

/** Which of several entries with the same id is which in another version, nobody can say. */
function differInDoubles(outlines: readonly Outline[]): boolean {
  const byId = outlines.map(({ sections }) => {
    const found = new Map<string, Section[]>();
    for (const section of sections) found.set(section.entry.id, [...(found.get(section.entry.id) ?? []), section]);
    return found;
  });
  const doubles = new Set(
    byId.flatMap(found => [...found].filter(([, sections]) => sections.length > 1).map(([id]) => id)),
  );
  const say = ({ content, body }: Section): string => JSON.stringify([content, body]);
  return [...doubles].some(id => {
    const [first = [], ...others] = byId.map(found => (found.get(id) ?? []).map(say));
    return others.some(said => !sameTexts(said, first));
  });
}
