import type { CodebookEntry } from '../codebook/codebook.js';
import { mapped, type Pieces } from '../pieces.js';
import type { Change } from './change.js';
import type { EntryName, Told } from './historyModel.js';
import { describeChange } from './sentence.js';

/** So many changes are told in one piece. */
const PIECE = 300;

/**
 * A change in words, and of its content nothing but what it takes to find whose life it belongs to.
 * @param author who saved the version, for changes outside of coders' folders
 */
function toldOf(change: Change, author: string | undefined): Told {
  const { text, quote, by } = describeChange(change);
  const who = change.by ?? by ?? author;
  return {
    key: change.key,
    what: change.what,
    ...('aspect' in change ? { aspect: change.aspect } : {}),
    text: /[.!?…]$/.test(text) ? text : `${text}.`,
    ...(quote === undefined ? {} : { quote }),
    ...(who === undefined ? {} : { by: who }),
    path: change.path,
    ...(change.transcript === undefined ? {} : { transcript: change.transcript }),
    ...subjectOf(change),
  };
}

/** The same of several changes. */
export function allToldOf(changes: readonly Change[], author: string | undefined): Pieces<Told[]> {
  return mapped(changes, PIECE, change => toldOf(change, author));
}

type Subject = Pick<Told, 'before' | 'after' | 'other' | 'otherIs' | 'coding' | 'codeBefore' | 'codeAfter'>;

function subjectOf(change: Change): Subject {
  switch (change.what) {
    case 'entry-added': {
      const after = nameOf(change.after);
      if (change.unmergedFrom) return { after, other: nameOf(change.unmergedFrom), otherIs: 'unmergedFrom' };
      return change.splitFrom ? { after, other: nameOf(change.splitFrom), otherIs: 'splitFrom' } : { after };
    }
    case 'entry-removed':
      return { before: nameOf(change.before) };
    case 'entry-merged':
      return { before: nameOf(change.before), other: nameOf(change.into), otherIs: 'mergedInto' };
    case 'entry-changed':
      return { before: nameOf(change.before), after: nameOf(change.after) };
    case 'coding-added':
      return { coding: change.after.coding.id, codeAfter: change.after.code.id };
    case 'coding-removed':
      return { coding: change.before.coding.id, codeBefore: change.before.code.id };
    case 'coding-changed':
      return {
        coding: change.after.coding.id,
        codeBefore: change.before.code.id,
        codeAfter: change.after.code.id,
      };
    default:
      return {};
  }
}

/** What is kept of an entry: the entry itself holds the whole codebook it is in. */
function nameOf({ id, title, kind, parent }: CodebookEntry): EntryName {
  return { id, title, kind, ...(parent === undefined ? {} : { parent: parent.id }) };
}
