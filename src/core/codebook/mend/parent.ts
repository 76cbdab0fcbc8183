import { nearest } from '../../text/nearest.js';
import { attributeValue } from '../attributes.js';
import type { CodebookEntry } from '../codebook.js';
import { changeHeading } from '../edit.js';
import { headingAt } from '../heading.js';
import type { Mend, Patient } from './mend.js';

const MOST = 3;

/** Names another parent that is there, or none. */
export function parentMends({ raw, book, lines, problem }: Patient, entry: CodebookEntry): Mend[] {
  const change = (parent: string | undefined) => changeHeading(raw, entry.line, { set: { parent } });
  const written = parentWritten(lines, entry) ?? '';
  const possible = problem.rule === 'parent-unknown' ? book.entries.filter(it => !isIn(it, entry)) : [];
  const near = nearest(
    written,
    possible.map(it => it.id),
  );
  return [
    ...near.slice(0, MOST).map(value => ({ kind: 'set-parent', value, edits: change(value), safe: false }) as const),
    // In a circle parent= is not followed anyway.
    { kind: 'remove-parent', value: written, edits: change(undefined), safe: problem.rule === 'parent-cycle' },
  ];
}

/** The id that `parent=` in a heading names. */
export function parentWritten(lines: readonly string[], entry: CodebookEntry): string | undefined {
  return attributeValue(headingAt(lines, entry.line).attributes, 'parent');
}

/** Whether an entry is another one or lies in it. */
export function isIn(entry: CodebookEntry, other: CodebookEntry): boolean {
  for (let at: CodebookEntry | undefined = entry; at !== undefined; at = at.parent) if (at === other) return true;
  return false;
}
