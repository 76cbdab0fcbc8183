import { type Gap, MOST_REDACTED, type Pattern, type SaidToken } from './pattern.js';
import type { Said, SpokenToken } from './said.js';
import { isSameCased } from './tokens.js';

/** A word or mark of a quotation beside what was said; one of both is missing where the other was left out or put in. */
export interface Step {
  readonly token?: SaidToken;
  /** Index of the token that was said. */
  readonly place?: number;
  /** The two say the same. */
  readonly isSame: boolean;
}

/** The passage that comes nearest to a quotation. */
export interface Near {
  readonly said: Said;
  /** In the order of the quotation, from its first word to its last. */
  readonly steps: readonly Step[];
  /** 0 where it stands there word for word, 1 where nothing fits. */
  readonly distance: number;
}

/** What a word costs that is another, that the manuscript adds or that it leaves out; a mark costs less. */
const OTHER_WORD = 4;
const ADDED_WORD = 3;
const MISSING_WORD = 2;
const CASE = 1;
const MARK = 1;
/** Cells of the table; beyond it the quotation is too long to be laid out. */
const MOST_CELLS = 60_000_000;
/** Words and marks; what more cost would not fit in the table. */
const MOST_ITEMS = 20_000;

type Item = SaidToken | Gap;
const isGap = (item: Item): item is Gap => 'isElision' in item;

/**
 * The passage of what somebody said that a quotation comes nearest to, laid out beside it: the fewest words and marks that would have to
 * be changed, with its gaps leaving out what they may.
 * @returns undefined where the two have nothing in common
 */
export function nearestIn(pattern: Pattern, said: Said): Near | undefined {
  const items = itemsOf(pattern);
  const width = said.tokens.length + 1;
  if (items.length > MOST_ITEMS || items.length * width > MOST_CELLS || width === 1) return undefined;
  const costs = new Uint16Array((items.length + 1) * width);
  const jumps = new Map<number, Int32Array>();
  for (const [i, item] of items.entries()) {
    const above = costs.subarray(i * width, (i + 1) * width);
    const row = costs.subarray((i + 1) * width, (i + 2) * width);
    if (isGap(item)) jumps.set(i, jump(item, above, row));
    else align(item, above, row, said.tokens);
  }
  const last = costs.subarray(items.length * width);
  let end = 0;
  for (let j = 1; j < width; j++) if ((last[j] as number) < (last[end] as number)) end = j;
  const whole = items.reduce((sum, item) => sum + (isGap(item) ? 0 : added(item)), 0);
  const distance = whole === 0 ? 1 : (last[end] as number) / whole;
  if (distance >= 1) return undefined;
  return { said, steps: traced(items, costs, jumps, said, end), distance };
}

/** Words and marks with the gaps between them; what is missing before the first and behind the last costs nothing anyway. */
function itemsOf({ segments, gaps }: Pattern): Item[] {
  return segments.flatMap((segment, i): Item[] => [...(i === 0 ? [] : [gaps[i] as Gap]), ...segment]);
}

const isWord = ({ kind }: Pick<SaidToken, 'kind'>): boolean => kind === 'word' || kind === 'other';
const missing = (token: Pick<SaidToken, 'kind'>): number => (isWord(token) ? MISSING_WORD : MARK);
const added = (token: SaidToken): number => (isWord(token) ? ADDED_WORD : MARK);

function change(token: SaidToken, said: SpokenToken): number {
  if (token.kind === said.kind && token.text === said.text) return 0;
  if (isWord(token) && isWord(said)) {
    if (isSameCased(token.text, said.text)) return token.isFree ? 0 : CASE;
    return token.text.toLowerCase() === said.text.toLowerCase() ? CASE : OTHER_WORD;
  }
  return isWord(token) || isWord(said) ? OTHER_WORD + MARK : MARK;
}

function align(token: SaidToken, above: Uint16Array, row: Uint16Array, said: readonly SpokenToken[]): void {
  const put = added(token);
  row[0] = (above[0] as number) + put;
  for (let j = 1; j < row.length; j++) {
    const spoken = said[j - 1] as SpokenToken;
    const both = (above[j - 1] as number) + change(token, spoken);
    const here = (above[j] as number) + put;
    const there = (row[j - 1] as number) + missing(spoken);
    row[j] = both <= here && both <= there ? both : here < there ? here : there;
  }
}

/** From each place the best one to come from across a gap: the nearest of those. */
function jump({ min, max, isElision }: Gap, above: Uint16Array, row: Uint16Array): Int32Array {
  const from = new Int32Array(row.length);
  let best = 0;
  for (let j = 0; j < row.length; j++) {
    if (isElision) {
      const next = j - min;
      if (next >= 0 && (above[next] as number) <= (above[best] as number)) best = next;
      from[j] = next < 0 ? j : best;
      row[j] = (above[from[j] as number] as number) + (next < 0 ? MISSING_WORD * min : 0);
      continue;
    }
    let nearest = Math.max(0, j - min);
    // Marks between words do not count.
    for (let at = nearest; at >= Math.max(0, j - 2 * Math.min(max, MOST_REDACTED)); at--)
      if ((above[at] as number) < (above[nearest] as number)) nearest = at;
    from[j] = nearest;
    row[j] = (above[nearest] as number) + (j < min ? MISSING_WORD * min : 0);
  }
  return from;
}

function traced(
  items: readonly Item[],
  costs: Uint16Array,
  jumps: ReadonlyMap<number, Int32Array>,
  { tokens }: Said,
  end: number,
): Step[] {
  const width = tokens.length + 1;
  const steps: Step[] = [];
  let j = end;
  for (let i = items.length; i > 0; ) {
    const item = items[i - 1] as Item;
    if (isGap(item)) {
      j = (jumps.get(i - 1) as Int32Array)[j] as number;
      i--;
      continue;
    }
    const here = costs[i * width + j] as number;
    const spoken = tokens[j - 1];
    const cost = spoken === undefined ? Number.POSITIVE_INFINITY : change(item, spoken);
    if (j > 0 && here === (costs[(i - 1) * width + j - 1] as number) + cost) {
      steps.push({ token: item, place: j - 1, isSame: cost === 0 });
      i--;
      j--;
    } else if (here === (costs[(i - 1) * width + j] as number) + added(item)) {
      steps.push({ token: item, isSame: false });
      i--;
    } else {
      steps.push({ place: j - 1, isSame: false });
      j--;
    }
  }
  return steps.reverse();
}
