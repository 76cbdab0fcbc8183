/** Order of two texts by UTF-16 units, the same on every machine whatever its language. */
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byNumber = new Intl.Collator('en', { numeric: true });

/** Order of names as people expect it, the same on every machine: NP2 before NP11, letter case and accents last. */
export const compareNames = (a: string, b: string): number => byNumber.compare(a, b) || compareTexts(a, b);
