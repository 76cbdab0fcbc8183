import type { Inserted } from './clippings.js';
import { Replacements } from './replacements.js';
import type { Span } from './span.js';
import { moveAll } from './spanLog.js';
import type { TextChange } from './textChange.js';
import type { Replacement } from './trackSpan.js';

/** Changes that can be made at once, in the order of the text, and how they move spans. */
export interface Stretch {
  readonly changes: readonly (TextChange & Replacement)[];
  readonly moves: Replacements;
}

/** From this many UTF-16 units on, a change that replaces more than half of a text is no edit of what stood there. */
const MUCH = 1000;

/**
 * Parts changes that are made one after the other, each counted in the text after those before it, into stretches. Editors
 * tell changes from the last place to the first as a rule, which is one stretch.
 */
export function stretchesOf(changes: readonly TextChange[]): Stretch[] {
  const stretches: (TextChange & Replacement)[][] = [];
  let last: TextChange | undefined;
  for (const change of changes) {
    const replacement = { ...change, inserted: change.text.length };
    if (last !== undefined && change.end <= last.start) stretches.at(-1)?.push(replacement);
    else stretches.push([replacement]);
    last = change;
  }
  return stretches.map(stretch => {
    const inOrder = stretch.reverse();
    return { changes: inOrder, moves: new Replacements(inOrder) };
  });
}

/** What changes put in, where it stands after all of them, as far as it is all there. */
export function insertedBy(stretches: readonly Stretch[]): Inserted[] {
  return stretches.flatMap(({ changes, moves }, i) => {
    const later = stretches.slice(i + 1).map(stretch => stretch.moves);
    return changes.flatMap(({ text }, j) => {
      const from = moves.startAfter(j);
      const span = { start: from, end: from + text.length };
      const isWhole = text.trim() !== '' && moveAll(later, span) && span.end - span.start === text.length;
      return isWhole ? [{ start: span.start, text }] : [];
    });
  });
}

/** Where so much was replaced that it is not known what became of what stood there: from the first change to the last. */
export function replacedIn(stretches: readonly Stretch[], text: string): Span | undefined {
  const changes = stretches.flatMap(stretch => stretch.changes);
  const isMuch = changes.some(({ start, end, text: inserted }) => {
    const removed = end - start;
    return removed > MUCH && 2 * removed > text.length && inserted.trim() !== '';
  });
  if (!isMuch) return undefined;
  const [first, ...others] = stretches;
  if (first === undefined || others.length > 0) return { start: 0, end: text.length };
  return { start: (first.changes[0] as Span).start, end: (first.changes.at(-1) as Span).end };
}
