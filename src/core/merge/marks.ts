import { BYTE_ORDER_MARK, isMark, wholeLines } from './markLines.js';

/** The sides of a text with conflict marks. `base` is undefined where not every conflict says what was before. */
export interface MarkedSides {
  readonly ours: string;
  readonly theirs: string;
  readonly base: string | undefined;
}

/**
 * The sides of a text with git's conflict marks (merge, diff3 or zdiff3 style); undefined where it holds no complete marks, or where it is
 * not clear which line is which mark. Marks within a side stay in it.
 */
export function splitMarks(text: string): MarkedSides | undefined {
  const lines = wholeLines(text);
  const sizes = new Set(lines.flatMap(line => /^<{7,}(?=[ \t\r\n]|$)/.exec(line)?.[0].length ?? []));
  const read = [...sizes]
    .sort((a, b) => b - a)
    .map(size => readBlocks(lines, size))
    .filter(each => each !== undefined);
  // Of several sizes the longest are the marks, as those of the content are avoided; but git marks what it put together for a base by longer ones.
  const chosen = read.find((each, i) => !read.slice(i + 1).some(outer => isWithinBase(each, outer)));
  return chosen && sidesOf(lines, chosen, text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '');
}

/** One conflict by the lines of its marks. */
interface Block {
  readonly open: number;
  readonly base: number | undefined;
  readonly middle: number;
  readonly close: number;
}

/** The conflicts with marks of one size; undefined where there are none, or one is not whole. */
function readBlocks(lines: readonly string[], size: number): Block[] | undefined {
  const blocks: Block[] = [];
  let open: number | undefined;
  let base: number | undefined;
  let middle: number | undefined;
  let depth = 0;
  for (const [at, line] of lines.entries()) {
    if (isMark(line, '<', size)) {
      if (open === undefined) open = at;
      else depth++;
    } else if (open === undefined) continue;
    else if (isMark(line, '>', size)) {
      if (depth > 0) depth--;
      else if (middle === undefined) return undefined;
      else {
        blocks.push({ open, base, middle, close: at });
        open = base = middle = undefined;
      }
    } else if (depth > 0) continue;
    else if (isMark(line, '|', size)) {
      if (base === undefined && middle === undefined) base = at;
    } else if (isMark(line, '=', size)) {
      if (middle !== undefined) return undefined;
      middle = at;
    }
  }
  return open === undefined && blocks.length > 0 ? blocks : undefined;
}

function isWithinBase(blocks: readonly Block[], outer: readonly Block[]): boolean {
  return blocks.every(({ open, close }) =>
    outer.some(({ base, middle }) => base !== undefined && base < open && close < middle),
  );
}

function sidesOf(lines: readonly string[], blocks: readonly Block[], mark: string): MarkedSides {
  const [ours, theirs, base]: [string[], string[], string[]] = [[mark], [mark], [mark]];
  const sides = [ours, theirs, base];
  const take = (side: string[], from: number, to: number): void => {
    for (let at = from; at < to; at++) side.push(lines[at] as string);
  };
  let done = 0;
  for (const block of blocks) {
    for (const side of sides) take(side, done, block.open);
    const sections: readonly (readonly [string[], number, number])[] = [
      [ours, block.open, block.base ?? block.middle],
      [theirs, block.middle, block.close],
      [base, block.base ?? block.middle, block.middle],
    ];
    const isOpen = !/[\r\n]$/.test(lines[block.close] as string);
    for (const [side, from, to] of sections) {
      take(side, from + 1, to);
      // An open last mark stands for open last lines.
      if (isOpen && to > from + 1) side.push((side.pop() as string).replace(/(?:\r\n?|\n)$/, ''));
    }
    done = block.close + 1;
  }
  for (const side of sides) take(side, done, lines.length);
  const hasBase = blocks.every(block => block.base !== undefined);
  // A text without lines has no mark.
  const textOf = (side: readonly string[]): string => (side.length === 1 ? '' : side.join(''));
  return { ours: textOf(ours), theirs: textOf(theirs), base: hasBase ? textOf(base) : undefined };
}
