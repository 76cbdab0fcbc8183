import { fillersRemoved, passagesDeleted } from './deleting.js';
import { copiedBehind, copiedElsewhere } from './duplicating.js';
import type { Edit } from './edit.js';
import { relabelled, timestamps } from './labelling.js';
import { blocksMoved, sectionsReordered } from './moving.js';
import { namesReplaced } from './names.js';
import { lineEnds, markdown, punctuation, unicodeForm } from './normalising.js';
import { allAtOnce, editedAndReverted, tenRevisions } from './together.js';
import { turnsMerged, turnsSplit } from './turns.js';
import { typos } from './typos.js';
import { rewrapped } from './wrapping.js';

/** Edits of one kind each. */
export const singleEdits: readonly Edit[] = [
  typos,
  namesReplaced,
  fillersRemoved,
  relabelled,
  timestamps,
  rewrapped,
  lineEnds,
  unicodeForm,
  punctuation,
  markdown,
  turnsSplit,
  turnsMerged,
  blocksMoved,
  sectionsReordered,
  copiedElsewhere,
  copiedBehind,
  passagesDeleted,
  editedAndReverted,
];

/** Edits of many kinds, one after the other. */
export const combinedEdits: readonly Edit[] = [tenRevisions, allAtOnce];
