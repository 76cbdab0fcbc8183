import { baseOf } from '../../../src/core/coding/blobId.js';
import type { Coding } from '../../../src/core/coding/coding.js';
import { anchorOf } from '../../../src/core/coding/create.js';
import { formatCodingLine } from '../../../src/core/coding/line.js';
import { CodePoints } from '../../../src/core/text/codePoints.js';
import { encodeUtf8 } from '../../../src/core/text/utf8.js';
import { words } from '../support/words.js';

/** An interview of random words, ten turns. */
export function interview(seed: number): string {
  let state = seed;
  const random = (): number => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const turns = Array.from({ length: 10 }, (_, i) => `**${i % 2 === 0 ? 'INT' : 'PP'}:** ${words(random, 30)}.`);
  return `${turns.join('\n\n')}\n`;
}

/** A coding of so many letters of a text from a place on. */
export function codingIn(text: string, start: number, length: number, id: string): Coding {
  const points = new CodePoints(text);
  const base = baseOf(encodeUtf8(text));
  return { code: 'hope', ...anchorOf(points, { start, end: start + length }, base), id: id.padEnd(10, '0') };
}

/** A coding file with codings all over a text. */
export function codingsOf(text: string, prefix: string, count = 5): string {
  return Array.from({ length: count }, (_, i) => {
    const start = 20 + Math.floor((i * (text.length - 120)) / count);
    return `${formatCodingLine(codingIn(text, start, 60, `${prefix}${i}`))}\n`;
  }).join('');
}

/** The words of a text with every so many replaced. */
export function edited(text: string, every: number): string {
  let at = 0;
  return text.replace(/\p{L}{3,}/gu, word => (++at % every === 0 ? `x${at}x` : word));
}
