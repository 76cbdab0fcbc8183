/** How much of what is the same is shown around what differs, in code points. */
const AROUND = 40;

/**
 * Two wordings of a passage, cut to where they differ and a little around it, so that the change is seen at once. Both are
 * given on one line; what is left out is marked.
 */
export function difference(before: string, after: string): [string, string] {
  const [a, b] = [before, after].map(text => [...text.replace(/\s+/g, ' ').trim()]) as [string[], string[]];
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start++;
  let end = 0;
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return [cut(a, start, end), cut(b, start, end)];
}

/** @param start how many code points are the same at the start; `end`, at the end */
function cut(text: readonly string[], start: number, end: number): string {
  let from = Math.max(0, start - AROUND);
  while (from > 0 && text[from - 1] !== ' ') from--;
  let to = Math.min(text.length, text.length - end + AROUND);
  while (to < text.length && text[to] !== ' ') to++;
  return `${from > 0 ? '…' : ''}${text.slice(from, to).join('')}${to < text.length ? '…' : ''}`;
}
