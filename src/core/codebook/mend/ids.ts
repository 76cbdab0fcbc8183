import type { CodebookEntry } from '../codebook.js';
import { changeHeading } from '../edit.js';
import { freeId, slugOf } from '../slug.js';
import type { Mend, Patient } from './mend.js';
import { parentWritten } from './parent.js';

/** Gives a heading an id of its own: one that nothing has or had and no coding uses. */
export function idMends({ raw, book, lines, problem, used }: Patient, entry: CodebookEntry): Mend[] {
  const known = new Set(book.entries.flatMap(it => [it.id, ...it.formerly]));
  const isTaken = (id: string): boolean => known.has(id) || used.has(id);
  if (problem.rule === 'duplicate-code-id') {
    const value = freeId(slugOf(entry.title), isTaken);
    // The codings of the id go to the other heading, before as after.
    return [{ kind: 'new-id', value, edits: changeHeading(raw, entry.line, { id: value }), safe: true }];
  }
  const old = entry.id;
  const value = freeId(slugOf(old), isTaken);
  const isNamed = used.has(old) || book.entries.some(it => parentWritten(lines, it) === old);
  // A list of former ids is split at spaces: an id that holds one and is in use cannot go there.
  if (/\s/.test(old) && isNamed) return [];
  const former = /\s/.test(old) ? {} : { set: { formerly: [...entry.formerly, old].join(' ') } };
  return [{ kind: 'new-id', value, edits: changeHeading(raw, entry.line, { id: value, ...former }), safe: false }];
}
