/** Order of two texts by UTF-16 units, the same on every machine whatever its language. */
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
