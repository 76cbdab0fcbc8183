/** Marks that open something right before a word, and such that close it right behind. */
export const OPENING = /[[({<"'“‘«„‹*_\\]*$/u;
export const CLOSING = /^[\])}>"'”’»“›*_\\]*/u;

/** Characters that say nothing: white space, marks of emphasis, escapes, what cannot be seen. */
const SAYS_NOTHING = /[\s*_~`\\\u00ad\u200b-\u200d\u2060]/u;

/**
 * How many UTF-16 units of the text before a word belong to a passage that once had `old` before that word.
 * @param gap what stands between that word and the one before it
 */
export function beforeWord(old: string, gap: string): number {
  if (gap.endsWith(old)) return old.length;
  let from = gap.length;
  for (const mark of [...old].reverse()) {
    if (SAYS_NOTHING.test(mark)) continue;
    const found = lastLike(gap, fold(mark), from);
    if (found !== -1) from = found;
  }
  return gap.length - from;
}

/** The same for what stands behind the last word of a passage. */
export function behindWord(old: string, gap: string): number {
  if (gap.startsWith(old)) return old.length;
  let to = 0;
  for (const mark of old) {
    if (SAYS_NOTHING.test(mark)) continue;
    to = endOfLike(gap, fold(mark), to);
  }
  return to;
}

function lastLike(gap: string, mark: string, from: number): number {
  for (let at = from - 1; at >= 0; at--) {
    if (fold(gap[at] as string) !== mark) continue;
    while (at > 0 && fold(gap[at - 1] as string) === mark) at--;
    return at;
  }
  return -1;
}

function endOfLike(gap: string, mark: string, from: number): number {
  for (let at = from; at < gap.length; at++) {
    if (fold(gap[at] as string) !== mark) continue;
    while (at + 1 < gap.length && fold(gap[at + 1] as string) === mark) at++;
    return at + 1;
  }
  return from;
}

/** Marks that are written in several ways, as one. */
function fold(mark: string): string {
  if (/[“”„‟«»″]/u.test(mark)) return '"';
  if (/[‘’‚‛‹›′`ʼ]/u.test(mark)) return "'";
  if (/[‐-―−]/u.test(mark)) return '-';
  return mark === '…' ? '.' : mark.normalize('NFKC');
}
