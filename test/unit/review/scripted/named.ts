import type { Change } from '../../../../src/core/review/change.js';

/** A change as scripts name it: what, in which respect, about what; the same whichever state is the earlier one, where that is so. */
export function named(change: Change): string {
  switch (change.what) {
    case 'coding-added':
      return `coding-added ${change.after.coding.id}`;
    case 'coding-removed':
      return `coding-removed ${change.before.coding.id}`;
    case 'coding-changed':
      return `coding-changed ${change.aspect} ${change.after.coding.id}`;
    case 'note-added':
      return `note-added ${change.after.note.id}`;
    case 'note-removed':
      return `note-removed ${change.before.note.id}`;
    case 'note-changed':
      return `note-changed ${change.aspect} ${change.after.note.id}`;
    case 'reading-state':
      return `reading-state ${change.coder} ${change.transcript}`;
    case 'entry-added':
      if (change.unmergedFrom) return `entry-unmerged ${change.after.id}>${change.unmergedFrom.id}`;
      return change.splitFrom
        ? `entry-split ${change.after.id}<${change.splitFrom.id}`
        : `entry-added ${change.after.id}`;
    case 'entry-removed':
      return `entry-removed ${change.before.id}`;
    case 'entry-merged':
      return `entry-merged ${change.before.id}>${change.into.id}`;
    case 'entry-changed':
      return `entry-changed ${change.aspect} ${[...new Set([change.before.id, change.after.id])].sort().join('/')}`;
    case 'transcript-renamed':
    case 'memo-renamed':
      return `${change.what} ${[change.from, change.path].sort().join('/')}`;
    case 'transcript-edited':
      return `transcript-edited ${change.path} -${change.removed} +${change.added}`;
    case 'transcript-facts':
      return `transcript-facts ${change.path} ${[...change.facts].sort()}`;
    case 'participant-added':
    case 'participant-removed':
      return `${change.what} ${change.participant}`;
    case 'participant-changed':
      return `participant-changed ${change.participant} ${[...change.attributes].sort()}`;
    case 'comment-added':
    case 'comment-removed':
    case 'comment-edited':
      return `${change.what} ${(change.after ?? change.before)?.id}`;
    case 'study-file':
      return `study-file ${change.facts}`;
    case 'broken-lines':
      return `broken-lines ${change.path} -${change.before.length} +${change.after.length}`;
    case 'codebook-text':
      return 'codebook-text';
    default:
      return `${change.what} ${change.path}`;
  }
}
