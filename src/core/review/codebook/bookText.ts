import type { Codebook } from '../../codebook/codebook.js';
import { foldSpace } from '../../codebook/plain.js';
import { CODEBOOK_FILE } from '../../study/layout.js';
import type { CodebookTextChange } from '../change.js';
import { fingerprintOf } from '../keys.js';
import { linesOf } from './ownText.js';

/** The title that a codebook gets with its first code says nothing. */
const GIVEN = /^# Codebook$/;

/** The change of what stands in a codebook before its first theme or code, if there is one. */
export function bookTextChange(before: Codebook, after: Codebook): CodebookTextChange[] {
  const [old, now] = [saidAhead(before), saidAhead(after)];
  if (foldSpace(old) === foldSpace(now)) return [];
  const said = (text: string): string | undefined => (text === '' ? undefined : text);
  return [
    {
      what: 'codebook-text',
      before: said(old),
      after: said(now),
      key: 'codebook text',
      fingerprint: fingerprintOf(old, now),
      path: CODEBOOK_FILE,
      entries: [],
    },
  ];
}

/** What a codebook says before its first theme or code. */
export function saidAhead(book: Codebook): string {
  const first = book.entries[0]?.line;
  const lines = linesOf(book).slice(0, first);
  return lines
    .filter(line => !GIVEN.test(line.trimEnd()))
    .join('\n')
    .trim();
}
