import type { Change } from '../../core/review/change.js';
import { CODEBOOK_FILE } from '../../core/study/layout.js';
import type { ReviewAddress } from './reviewUri.js';

/** The file in which a change shows, before and after, and how it is shown. */
export interface FilesOfChange {
  readonly before: string;
  readonly after: string;
  readonly as: ReviewAddress['as'];
}

/** Where a change shows best: codings and notes in their transcript, everything else in the file that has it. */
export function filesOfChange(change: Change): FilesOfChange {
  switch (change.what) {
    case 'coding-added':
    case 'note-added':
      return coded(change.after.transcript);
    case 'coding-removed':
    case 'note-removed':
      return coded(change.before.transcript);
    case 'coding-changed':
    case 'note-changed':
      return coded(change.before.transcript, change.after.transcript);
    case 'reading-state':
      return change.transcript === undefined ? raw(change.path) : coded(change.transcript);
    case 'entry-added':
    case 'entry-removed':
    case 'entry-merged':
    case 'entry-changed':
    case 'codebook-text':
      return raw(CODEBOOK_FILE);
    case 'transcript-renamed':
    case 'memo-renamed':
      return raw(change.from, change.path);
    default:
      return raw(change.path);
  }
}

const coded = (before: string, after = before): FilesOfChange => ({ before, after, as: 'coded' });
const raw = (before: string, after = before): FilesOfChange => ({ before, after, as: 'raw' });
