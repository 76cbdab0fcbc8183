import { readBook } from './readBook.js';
import { readRecords } from './readRecords.js';
import { type FileState, kindOf } from './state.js';

/** What a file says, subject by subject; of a text nothing, and nothing where there is no file. */
export function readFile(path: string, text: string | undefined): FileState {
  const kind = kindOf(path);
  if (kind === 'text') return new Map();
  return kind === 'book' ? readBook(text) : readRecords(text);
}
