import { idealBook } from './idealBook.js';
import { type ExpectedFile, idealMerge } from './merge.js';
import { type FileState, kindOf } from './state.js';

/** What must become of a file of two versions, by its kind. */
export function idealFile(path: string, bases: readonly FileState[], ours: FileState, theirs: FileState): ExpectedFile {
  return kindOf(path) === 'book' ? idealBook(bases, ours, theirs) : idealMerge(bases, ours, theirs);
}
