/** Some words of two texts: those that both have, those that only the old one has, those that only the new one has. */
export interface DiffPart {
  readonly text: string;
  readonly kind: 'same' | 'gone' | 'new';
}

/** A word; each sign and each character of a script without spaces counts by itself. */
const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{N}\p{M}]+(?:['’\u2010\u2011-][\p{L}\p{N}\p{M}]+)*|\n|[^\S\n]+|./gsu;

/** From so many differing words on, what stands between the common ends counts as written anew: nobody reads such a patchwork. */
const MOST_EDITS = 200;

/** The words in which two texts differ. The parts without the new ones are the old text, those without the gone ones the new one. */
export function wordDiff(old: string, now: string): DiffPart[] {
  const a = old.match(TOKEN) ?? [];
  const b = now.match(TOKEN) ?? [];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [middleA, middleB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const parts: DiffPart[] = [
    ...a.slice(0, start).map(same),
    ...(shortestEdit(middleA, middleB) ?? [...middleA.map(gone), ...middleB.map(fresh)]),
    ...a.slice(a.length - end).map(same),
  ];
  return joined(withoutCrumbs(joined(parts)));
}

const same = (text: string): DiffPart => ({ text, kind: 'same' });
const gone = (text: string): DiffPart => ({ text, kind: 'gone' });
const fresh = (text: string): DiffPart => ({ text, kind: 'new' });

/** Myers' greedy algorithm, for words, lines or whatever; undefined where too many differ. */
export function shortestEdit(a: readonly string[], b: readonly string[]): DiffPart[] | undefined {
  const most = Math.min(a.length + b.length, MOST_EDITS);
  let furthest = new Map<number, number>([[1, 0]]);
  const trace: Map<number, number>[] = [];
  for (let edits = 0; edits <= most; edits++) {
    trace.push(furthest);
    const next = new Map(furthest);
    for (let k = -edits; k <= edits; k += 2) {
      const down = k === -edits || (k !== edits && at(furthest, k - 1) < at(furthest, k + 1));
      let x = down ? at(furthest, k + 1) : at(furthest, k - 1) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      next.set(k, x);
      if (x >= a.length && x - k >= b.length) return walkedBack(a, b, trace);
    }
    furthest = next;
  }
  return undefined;
}

function walkedBack(a: readonly string[], b: readonly string[], trace: readonly Map<number, number>[]): DiffPart[] {
  const parts: DiffPart[] = [];
  let x = a.length;
  let y = b.length;
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const furthest = trace[edits] as Map<number, number>;
    const k = x - y;
    const down = k === -edits || (k !== edits && at(furthest, k - 1) < at(furthest, k + 1));
    const beforeX = at(furthest, down ? k + 1 : k - 1);
    const beforeY = beforeX - (down ? k + 1 : k - 1);
    while (x > Math.max(beforeX, 0) && y > Math.max(beforeY, 0)) {
      parts.push(same(a[--x] as string));
      y--;
    }
    if (edits === 0) break;
    if (down) parts.push(fresh(b[--y] as string));
    else parts.push(gone(a[--x] as string));
  }
  return parts.reverse();
}

const at = (furthest: ReadonlyMap<number, number>, k: number): number => furthest.get(k) ?? -1;

/** White space that alone stayed between changed words is marked with them: one mark reads better than two. */
function withoutCrumbs(parts: readonly DiffPart[]): DiffPart[] {
  return parts.flatMap((part, i) => {
    const [before, after] = [parts[i - 1], parts[i + 1]];
    const isCrumb = part.kind === 'same' && part.text !== '\n' && part.text.trim() === '';
    const isBetween = before !== undefined && after !== undefined && before.kind !== 'same' && after.kind !== 'same';
    return isCrumb && isBetween ? [gone(part.text), fresh(part.text)] : [part];
  });
}

/** Neighbours of a kind as one; within a stretch of changes what is gone stands before what is new. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const result: DiffPart[] = [];
  let old = '';
  let now = '';
  const keep = (text: string): void => {
    const last = result.at(-1);
    if (text === '') return;
    if (last?.kind === 'same') result[result.length - 1] = same(last.text + text);
    else result.push(same(text));
  };
  const flush = (): void => {
    // A space that ends both is no change.
    const isSpaced = old.length > 1 && now.length > 1 && old.endsWith(' ') && now.endsWith(' ');
    if (old !== '') result.push(gone(isSpaced ? old.slice(0, -1) : old));
    if (now !== '') result.push(fresh(isSpaced ? now.slice(0, -1) : now));
    if (isSpaced) keep(' ');
    old = '';
    now = '';
  };
  for (const { text, kind } of parts) {
    if (kind === 'gone') old += text;
    else if (kind === 'new') now += text;
    else {
      flush();
      keep(text);
    }
  }
  flush();
  return result;
}
