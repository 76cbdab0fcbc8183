import { readFileSync, statSync } from 'node:fs';
import { isText } from '../../core/merge/mergeStudy.js';
import { decodeUtf8 } from '../../core/text/utf8.js';
import { Refusal } from '../refusal.js';

/** In bytes. What is larger holds no codings; git merges it line by line. */
const LARGEST = 50 * 1024 * 1024;

const LEFT_TO_GIT = 'Git merges it line by line.';

/** A version of a file that git hands over. @throws Refusal where it is very large, cannot be read, or is no text in UTF-8 */
export function readVersion(absolute: string, name: string): string {
  const bytes = read(absolute, name);
  if (!isText(bytes)) throw new Refusal('no-text', `${name} is no text in UTF-8.`, LEFT_TO_GIT);
  return decodeUtf8(bytes);
}

function read(absolute: string, name: string): Uint8Array {
  try {
    if (statSync(absolute).size <= LARGEST) return readFileSync(absolute);
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code);
    throw new Refusal('unreadable', `${name} cannot be read (${code}).`, LEFT_TO_GIT);
  }
  throw new Refusal('too-large', `${name} is larger than 50 MB.`, LEFT_TO_GIT);
}
