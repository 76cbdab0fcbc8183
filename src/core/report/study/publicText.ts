/** Makes a text that people wrote (a message, a decision, a title) fit to leave the study. */
export type PublicText = (text: string) => string;

const WORD_EDGE = '[\\p{L}\\p{N}_]';

/**
 * Puts the names that may leave in the place of those that may not, wherever these stand as words of their own.
 * @param names pairs of an internal and a public name; where both are the same nothing is done
 */
export function publicTextOf(names: Iterable<readonly [string, string]>): PublicText {
  const others = new Map<string, string>();
  for (const [internal, open] of names)
    if (internal !== '' && internal !== open) others.set(internal.toLowerCase(), open);
  if (others.size === 0) return text => text;
  // The longest first: `PP1` must not take away a part of `PP12`.
  const words = [...others.keys()].sort((a, b) => b.length - a.length).map(escapePattern);
  const pattern = new RegExp(`(?<!${WORD_EDGE})(?:${words.join('|')})(?!${WORD_EDGE})`, 'giu');
  return text => text.replace(pattern, found => others.get(found.toLowerCase()) ?? found);
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
