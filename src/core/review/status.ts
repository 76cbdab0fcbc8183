import type { Study } from '../study/study.js';
import type { Change } from './change.js';
import { standingOfLines } from './taking/brokenLines.js';
import { standingOfEntry } from './taking/codebook/standing.js';
import { standingOfCoding } from './taking/codings.js';
import { standingOfFile } from './taking/files.js';
import { standingOfNote } from './taking/notes.js';
import { standingOfPerson } from './taking/people.js';
import type { Standing } from './taking/respect.js';
import type { Sources } from './taking/source.js';
import { standingOfState } from './taking/states.js';
import { standingOfWholeLine } from './taking/wholeLines.js';

export type { Standing } from './taking/respect.js';

/**
 * Which side today's files have, in the respect and of the subject that a change is about; `other`: neither, because somebody changed
 * it since. For codings, notes and reading states nothing is read; for the rest the one file it is in.
 * @param sources the comparison that the change is from
 */
export async function sideOf(study: Study, change: Change, sources: Sources): Promise<Standing> {
  switch (change.what) {
    case 'coding-added':
    case 'coding-removed':
    case 'coding-changed':
      return standingOfCoding(study, change, sources);
    case 'note-added':
    case 'note-removed':
    case 'note-changed':
      return standingOfNote(study, change, sources);
    case 'reading-state':
      return standingOfState(study, change, sources);
    case 'entry-added':
    case 'entry-removed':
    case 'entry-merged':
    case 'entry-changed':
    case 'codebook-text':
      return standingOfEntry(study.codebook, change, sources);
    case 'participant-added':
    case 'participant-removed':
    case 'participant-changed':
      return standingOfPerson(study, change, sources);
    case 'comment-added':
    case 'comment-removed':
    case 'comment-edited':
    case 'round-added':
    case 'round-removed':
    case 'round-edited':
      return standingOfWholeLine(study, change);
    case 'broken-lines':
      return standingOfLines(study, change, sources);
    default:
      return standingOfFile(study, change, sources);
  }
}
