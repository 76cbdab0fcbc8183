/**
 * The words that stand for how many people of a group said something, from everybody to nobody. They are a convention of ours: what
 * “most” means in a paper is for its authors to say, and wherever a word stands, its numbers stand beside it.
 */
export const QUANTIFIERS = ['all', 'nearly all', 'most', 'about half', 'some', 'a few', 'one', 'none'] as const;

export type Quantifier = (typeof QUANTIFIERS)[number];

/** From which share of a group on (0 to 1) a word holds, where it is neither everybody nor one alone. The only place that says so. */
export const LEAST_SHARE = [
  ['nearly all', 0.85],
  ['most', 0.6],
  ['about half', 0.4],
  ['some', 0.2],
  ['a few', 0],
] as const satisfies readonly (readonly [Quantifier, number])[];

/**
 * The word that numbers back. One person is “one”, however small the group is.
 * @param count how many said it
 * @param of how many there are, at least as many
 */
export function quantifierOf(count: number, of: number): Quantifier {
  if (count <= 0) return 'none';
  if (count === 1) return 'one';
  if (count >= of) return 'all';
  const share = count / of;
  return LEAST_SHARE.find(([, least]) => share >= least)?.[0] ?? 'a few';
}
