/** How alike two texts are by the words they have in common, from 0 (none) to 1 (all). */
export function likenessOf(a: string, b: string): number {
  const [inA, inB] = [wordsOf(a), wordsOf(b)];
  let common = 0;
  for (const word of inA) if (inB.has(word)) common++;
  return inA.size + inB.size === 0 ? 1 : (2 * common) / (inA.size + inB.size);
}

/** What stands before every inclusion says nothing of this one. */
const KEYWORD = /^[\s*_]*(?:include|exclude|example)s?[\s*_]*:/;

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().replace(KEYWORD, '');
  return new Set(words.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
}
