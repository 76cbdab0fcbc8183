/** Side of the square that a pattern repeats, in units. */
export const PATTERN_SIZE = 8;

/** What areas are filled with besides their colour, so that they can be told apart without it: paths of lines in one square. */
const PATTERNS = [
  'M-2,6L6,-2M2,10L10,2',
  'M2,2h1.5M6,6h1.5',
  'M0,4H8',
  'M-2,2L6,10M2,-2L10,6',
  'M4,0V8',
  'M0,2H4M4,6H8',
  'M-2,6L6,-2M2,10L10,2M-2,2L6,10M2,-2L10,6',
  'M0,4H8M4,0V8',
  '',
] as const;

/** The lines of the pattern of the nth area; the same again after nine. */
export function patternOf(index: number): string {
  return PATTERNS[index % PATTERNS.length] ?? '';
}
