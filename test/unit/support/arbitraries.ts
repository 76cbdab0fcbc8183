import fc from 'fast-check';
import type { Coding } from '../../../src/core/coding/coding.js';
import { coding } from './coding.js';

/** Characters that programs stumble over: marks, line ends of all kinds, astral, right to left, halves of pairs. */
const AWKWARD = [
  '"',
  '\\',
  '\n',
  '\r',
  '\t',
  '\0',
  '\u0085',
  '\u2028',
  '\u2029',
  '\ufeff',
  '\v',
  '\f',
  '😀',
  '𐐷',
  'ש',
  '\u202e',
];
const LONE = ['\ud83d', '\ude00'];

/** Any text a quote may hold, halves of surrogate pairs included. */
export function anyText(constraints: { minLength?: number; maxLength?: number } = {}): fc.Arbitrary<string> {
  const unit = fc.oneof(
    fc.constantFrom(...AWKWARD, ...LONE),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }),
  );
  return fc.string({ unit, ...constraints });
}

/** An id as Verbatim makes them. */
export const anyId = fc.string({
  unit: fc.constantFrom(...'0123456789abcdefghijklmnopqrstuvwxyz'),
  minLength: 10,
  maxLength: 10,
});

/** A coding as Verbatim writes them, at any place, with any text. */
export const anyCoding: fc.Arbitrary<Coding> = fc
  .record({
    code: fc.constantFrom('hope', 'self-disclosure', 'ärger', '希望'),
    quote: anyText({ minLength: 1, maxLength: 12 }),
    start: fc.nat(60),
    length: fc.integer({ min: 1, max: 12 }),
    before: anyText({ maxLength: 4 }),
    memo: fc.option(anyText({ minLength: 1, maxLength: 6 }), { nil: undefined }),
    id: anyId,
  })
  .map(({ code, quote, start, length, before, memo, id }) => ({
    ...coding({ code, quote, at: [start, start + length], context: [before, ''] }),
    ...(memo === undefined ? {} : { memo }),
    id,
  }));
