/** The hints on a codebook, by the names of their rules; each can be turned off on its own. */
export const HINT_RULES = [
  'code-without-definition',
  'unused-code',
  'near-duplicate-code',
  'single-code-theme',
  'label-only-theme',
  'deep-nesting',
] as const;

/** The name of a rule that gives a hint. */
export type HintRule = (typeof HINT_RULES)[number];

/** Whether a rule gives hints. */
export function isHintRule(rule: string): rule is HintRule {
  return (HINT_RULES as readonly string[]).includes(rule);
}
