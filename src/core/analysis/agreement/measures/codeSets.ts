/** Between the codes of a set: no code has it in its id. */
const BETWEEN = '\u001f';

/** Several codes for one unit as one answer; the order in which they were given does not matter. No code at all is an answer, too. */
export const codeSet = (codes: Iterable<string>): string => [...new Set(codes)].sort().join(BETWEEN);

/** The codes of an answer made by `codeSet`. */
export const codesOf = (set: string): readonly string[] => (set === '' ? [] : set.split(BETWEEN));

/**
 * How different two sets of codes are, 0 … 1: one less the share of codes they have in common (Jaccard), times 1 where they are equal, 2/3
 * where one holds the other, 1/3 where they overlap, 0 where they have nothing in common.
 * R. Passonneau (2006), Measuring agreement on set-valued items (MASI) for semantic and pragmatic annotation, LREC 2006, 831–836.
 */
export function masi(a: string, b: string): number {
  if (a === b) return 0;
  const first = codesOf(a);
  const second = new Set(codesOf(b));
  const common = first.filter(code => second.has(code)).length;
  if (common === 0) return 1;
  const smaller = Math.min(first.length, second.size);
  const together = first.length + second.size - common;
  return 1 - (common / together) * (common === smaller ? 2 / 3 : 1 / 3);
}
