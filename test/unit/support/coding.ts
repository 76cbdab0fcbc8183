import type { Coding } from '../../../src/core/coding/coding.js';

/** A coding with everything filled in that a test does not care about, keys in the order of a new record. */
export function coding(over: Partial<Coding> = {}): Coding {
  return {
    code: 'hope',
    quote: 'it got better',
    at: [10, 23],
    context: ['I think ', ' after that'],
    base: '3f2a9c1d04be',
    created: '2026-03-02T10:03:11Z',
    id: 'k3f9x2m1qa',
    ...over,
  };
}
