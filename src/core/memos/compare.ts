import { stretchesOf, type Token, tokensOf } from './tokens.js';

/**
 * Whether a quotation stands in a text: all its stretches, in their order. It may leave out what is before, behind and, marked
 * by dots or brackets, in between. White space, the shape of quotation marks, apostrophes and dashes, and the case of the first
 * letter of a stretch do not matter; what a transcriber put in brackets may be left out.
 * @param quote the words as read
 * @param text what the transcript says, as read
 */
export function standsIn(quote: string, text: string): boolean {
  const said = tokensOf(text).filter(({ kind }) => kind !== 'gap');
  let from = 0;
  for (const stretch of stretchesOf(tokensOf(quote))) {
    const at = find(stretch, said, from);
    if (at === -1) return false;
    from = at + stretch.length;
  }
  return true;
}

function find(stretch: readonly Token[], said: readonly Token[], from: number): number {
  for (let at = from; at + stretch.length <= said.length; at++)
    if (stretch.every((token, i) => isSame(token, said[at + i] as Token, i === 0))) return at;
  return -1;
}

function isSame(a: Token, b: Token, isFirst: boolean): boolean {
  if (a.text === b.text) return true;
  return isFirst && a.text.toLowerCase() === b.text.toLowerCase() && a.text.slice(1) === b.text.slice(1);
}

/** Cells of the table that two texts are compared in; beyond it the whole passage is taken. */
const MOST_CELLS = 4_000_000;

/**
 * What a text says now where a quotation that no longer stands in it was taken from: from the first to the last word they
 * share, and as much at either end as the quotation has there. The whole text, where they share less than half.
 */
export function counterpart(quote: string, text: string): string {
  const wanted = tokensOf(quote).filter(({ kind }) => kind !== 'gap');
  const said = tokensOf(text).filter(({ kind }) => kind !== 'gap');
  if (wanted.length * said.length > MOST_CELLS) return text;
  const pairs = commonTokens(wanted, said);
  const [first, last] = [pairs[0], pairs.at(-1)];
  if (first === undefined || last === undefined || pairs.length * 2 < wanted.length) return text;
  const start = said[Math.max(0, first[1] - first[0])] as Token;
  const end = said[Math.min(said.length - 1, last[1] + (wanted.length - 1 - last[0]))] as Token;
  return text.slice(openingAt(text, start.start), closingAt(text, end.end));
}

/** Takes in quotation marks and the like that open right before a word. */
function openingAt(text: string, at: number): number {
  let start = at;
  while (start > 0 && /["“„‘«(]/.test(text[start - 1] as string)) start--;
  return start;
}

/** Takes in what closes right behind a word: a full stop, quotation marks. */
function closingAt(text: string, at: number): number {
  let end = at;
  while (end < text.length && /["”’»)….!?]/.test(text[end] as string)) end++;
  return end;
}

/** The longest common subsequence, as pairs of indices: the one that ends first and, of those, lies closest together. */
function commonTokens(a: readonly Token[], b: readonly Token[]): [number, number][] {
  const width = b.length + 1;
  // For the first i of the one and the first j of the other.
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const isBoth = a[i - 1]?.text === b[j - 1]?.text;
      const both = isBoth ? (lengths[(i - 1) * width + j - 1] as number) + 1 : 0;
      const above = lengths[(i - 1) * width + j] as number;
      lengths[i * width + j] = Math.max(both, above, lengths[i * width + j - 1] as number);
    }
  const pairs: [number, number][] = [];
  const longest = lengths[a.length * width + b.length] as number;
  let j = lengths.subarray(a.length * width).indexOf(longest);
  for (let i = a.length; i > 0 && j > 0; ) {
    const here = lengths[i * width + j] as number;
    if (here === 0) break;
    if (a[i - 1]?.text === b[j - 1]?.text && here === (lengths[(i - 1) * width + j - 1] as number) + 1)
      pairs.push([--i, --j]);
    else if (here === lengths[(i - 1) * width + j]) i--;
    else j--;
  }
  return pairs.reverse();
}
