import assert from 'node:assert/strict';
import { baseOf } from '../../../../src/core/coding/blobId.js';
import type { Coding } from '../../../../src/core/coding/coding.js';
import { anchorOf } from '../../../../src/core/coding/create.js';
import { formatCodingLine } from '../../../../src/core/coding/line.js';
import { describeChange } from '../../../../src/core/review/sentence.js';
import { CodePoints } from '../../../../src/core/text/codePoints.js';
import { encodeUtf8 } from '../../../../src/core/text/utf8.js';
import { coding } from '../../support/coding.js';
import { changesBetween, type Files } from './snapshot.js';

export const PP = 'transcripts/pp-03.md';
export const EA = 'codings/EA/transcripts/pp-03.jsonl';
export const MB = 'codings/MB/transcripts/pp-03.jsonl';
export const TEXT = `**INT:** How was the first year?\n\n**PP3:** It got better, and it got better again when the second peer came to us.\n`;
export const BOOK = '# Codebook\n\n## Hope {#hope}\n\nThings getting better.\n\n## Trust {#trust}\n';

/** A coding of words in a text; of several places the one that is asked for. */
export function coded(words: string, id: string, over: Partial<Coding> = {}, text = TEXT, nth = 0): Coding {
  let start = -1;
  for (let i = 0; i <= nth; i++) start = text.indexOf(words, start + 1);
  assert.ok(start >= 0, words);
  const anchor = anchorOf(new CodePoints(text), { start, end: start + words.length }, baseOf(encodeUtf8(text)));
  return { ...coding({ id, ...over }), ...anchor };
}

export const lines = (...codings: readonly Coding[]): string =>
  codings.map(one => `${formatCodingLine(one)}\n`).join('');
export const [A, B, C] = ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc'] as const;

/** What is said of what changed. */
export async function said(before: Files, after: Files, older: readonly string[] = []): Promise<string[]> {
  return (await changesBetween(before, after, older)).map(change => describeChange(change).text);
}

export const study = (over: Files = {}): Files => ({ 'codebook.md': BOOK, [PP]: TEXT, ...over });
