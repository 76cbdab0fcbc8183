import type { Coding } from '../../coding/coding.js';
import type { Note } from '../../reading/record.js';
import type { CodingChange, NoteChange } from '../change.js';
import { keysOf, presence, type Respect } from './respect.js';

const PLACE = ['quote', 'at', 'context', 'base'];

/** The keys that each respect is about; what no other names is `other`. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  code: ['code'],
  moved: PLACE,
  bounds: PLACE,
  anchor: PLACE,
  orphan: ['orphan'],
  evidence: ['evidence'],
  memo: ['memo'],
  coder: [],
};
const NAMED = new Set([...Object.values(KEYS).flat(), 'id']);

/** What a change of a coding is about. Of one that went to another coder nothing in its record. */
export function respectOfCoding(change: CodingChange): Respect<Coding> {
  if (change.what === 'coding-added') return presence(change.after.coding, 'after');
  if (change.what === 'coding-removed') return presence(change.before.coding, 'before');
  return inKeys(change.before.coding, change.after.coding, change.aspect);
}

/** What a change of a note is about. */
export function respectOfNote(change: NoteChange): Respect<Note> {
  if (change.what === 'note-added') return presence(change.after.note, 'after');
  if (change.what === 'note-removed') return presence(change.before.note, 'before');
  return inKeys(change.before.note, change.after.note, change.aspect);
}

function inKeys<T extends { readonly id: string }>(before: T, after: T, aspect: string): Respect<T> {
  const others = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(key => !NAMED.has(key));
  return keysOf(before, after, KEYS[aspect] ?? others);
}
