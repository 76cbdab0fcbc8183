import { below } from '../../random.js';
import type { Document } from '../document.js';
import { fillersRemoved, passagesDeleted } from './deleting.js';
import { copiedElsewhere } from './duplicating.js';
import type { Edit } from './edit.js';
import { relabelled, timestamps } from './labelling.js';
import { blocksMoved } from './moving.js';
import { namesReplaced } from './names.js';
import { lineEnds, markdown, punctuation, unicodeForm } from './normalising.js';
import { turnsMerged, turnsSplit } from './turns.js';
import { typos } from './typos.js';
import { rewrapped } from './wrapping.js';

/** No copies: when the original is moved or deleted later, nobody can tell which of the two is the copy. */
const SMALL: readonly Edit[] = [
  typos,
  typos,
  passagesDeleted,
  blocksMoved,
  turnsSplit,
  turnsMerged,
  punctuation,
  rewrapped,
  fillersRemoved,
];
const ALL: readonly Edit[] = [
  typos,
  namesReplaced,
  passagesDeleted,
  fillersRemoved,
  turnsSplit,
  turnsMerged,
  blocksMoved,
  copiedElsewhere,
  punctuation,
  markdown,
  unicodeForm,
  relabelled,
  timestamps,
  rewrapped,
  lineEnds,
];
const REVISIONS = 10;

/** Ten revisions, one after the other, each of one or two kinds of edit. The codings know the first version only. */
export const tenRevisions: Edit = {
  name: 'ten successive revisions',
  apply: (document, random) => {
    let result = document;
    for (let revision = 0; revision < REVISIONS; revision++) {
      for (let edits = 1 + below(random, 2); edits > 0; edits--) {
        result = (SMALL[below(random, SMALL.length)] ?? typos).apply(result, random);
      }
    }
    return result;
  },
};

/** Edited and taken back: the text is what it was, the file may have been written anew. */
export const editedAndReverted: Edit = {
  name: 'edit and revert',
  apply: document => document,
};

/** Everything at once. */
export const allAtOnce: Edit = {
  name: 'all at once',
  apply: (document, random) => ALL.reduce((result: Document, edit) => edit.apply(result, random), document),
};
