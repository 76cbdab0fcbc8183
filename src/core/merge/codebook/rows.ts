import { likenessOf } from './likeness.js';
import type { BlockVersions } from './mergeBlocks.js';
import type { TextBlock } from './textBlocks.js';

/** The same block as the versions have it; undefined where one does not. */
export interface Row {
  /** One for each base. */
  readonly bases: readonly (TextBlock | undefined)[];
  readonly one: TextBlock | undefined;
  readonly two: TextBlock | undefined;
}

/** A row while versions are added to it, by the number of the version. */
type OpenRow = (TextBlock | undefined)[];

/**
 * Finds out which blocks of the versions are the same: those of the same text in the same order, then, between these, those of a kind
 * that are most alike.
 */
export function alignBlocks({ bases, one, two }: BlockVersions): Row[] {
  const lists = [...bases, one, two];
  let rows: OpenRow[] = [];
  lists.forEach((blocks, version) => {
    rows = added(rows, blocks, version, bases.length);
  });
  return rows.map(row => ({
    bases: bases.map((_, i) => row[i]),
    one: row[bases.length],
    two: row[bases.length + 1],
  }));
}

function added(rows: readonly OpenRow[], blocks: readonly TextBlock[], version: number, baseCount: number): OpenRow[] {
  const rowOf = new Map<number, number>();
  const [same, between] = sameInOrder(rows, blocks);
  for (const [row, block] of same) rowOf.set(block, row);
  for (const gap of between) {
    for (const [row, block] of likelyPairs(rows, blocks, gap, baseCount)) rowOf.set(block, row);
  }
  const taken = new Set(rowOf.values());
  blocks.forEach((block, at) => {
    if (rowOf.has(at) || block.type !== 'record') return;
    const row = rows.findIndex((candidate, i) => !taken.has(i) && isRecordOf(candidate, block));
    if (row === -1) return;
    rowOf.set(at, row);
    taken.add(row);
  });
  const newBefore = new Map<number, OpenRow[]>();
  let next = rows.length;
  for (let at = blocks.length - 1; at >= 0; at--) {
    const row = rowOf.get(at);
    if (row !== undefined) next = row;
    else newBefore.set(next, [rowWith([], blocks[at] as TextBlock, version), ...(newBefore.get(next) ?? [])]);
  }
  const blockOf = new Map([...rowOf].map(([block, row]) => [row, blocks[block]]));
  const result: OpenRow[] = [];
  for (let i = 0; i <= rows.length; i++) {
    result.push(...(newBefore.get(i) ?? []));
    const row = rows[i];
    const block = blockOf.get(i);
    if (row !== undefined) result.push(block === undefined ? row : rowWith(row, block, version));
  }
  return result;
}

function rowWith(row: OpenRow, block: TextBlock, version: number): OpenRow {
  const copy = [...row];
  copy[version] = block;
  return copy;
}

function seen(row: OpenRow): TextBlock[] {
  return row.filter(block => block !== undefined);
}

function isRecordOf(row: OpenRow, { id }: TextBlock): boolean {
  return seen(row).some(block => block.type === 'record' && block.id === id);
}

/** What is left between blocks that are the same: rows and blocks, first and behind the last. */
interface Gap {
  readonly rows: readonly [number, number];
  readonly blocks: readonly [number, number];
}

/** More pairs than this are not compared one by one. */
const MOST = 4_000_000;

/** Rows and blocks of the same text, as many as there are in the same order, and what is left between them. */
function sameInOrder(rows: readonly OpenRow[], blocks: readonly TextBlock[]): [[number, number][], Gap[]] {
  const isSame = (i: number, j: number): boolean =>
    seen(rows[i] as OpenRow).some(({ text }) => text === (blocks[j] as TextBlock).text);
  const pairs: [number, number][] = [];
  let start = 0;
  while (start < rows.length && start < blocks.length && isSame(start, start)) pairs.push([start, start++]);
  let [rowEnd, blockEnd] = [rows.length, blocks.length];
  const ending: [number, number][] = [];
  while (rowEnd > start && blockEnd > start && isSame(rowEnd - 1, blockEnd - 1)) ending.unshift([--rowEnd, --blockEnd]);
  pairs.push(...longest(start, rowEnd, blockEnd, isSame), ...ending);
  const gaps: Gap[] = [];
  let [row, block] = [0, 0];
  for (const [i, j] of [...pairs, [rows.length, blocks.length] as const]) {
    if (i > row && j > block) gaps.push({ rows: [row, i], blocks: [block, j] });
    [row, block] = [i + 1, j + 1];
  }
  return [pairs, gaps];
}

/** The longest common subsequence between two places. */
function longest(
  start: number,
  rowEnd: number,
  blockEnd: number,
  isSame: (row: number, block: number) => boolean,
): [number, number][] {
  const [height, width] = [rowEnd - start, blockEnd - start];
  if (height * width === 0 || height * width > MOST) return [];
  const lengths = new Uint32Array((height + 1) * (width + 1));
  const at = (i: number, j: number): number => lengths[i * (width + 1) + j] as number;
  for (let i = height - 1; i >= 0; i--) {
    for (let j = width - 1; j >= 0; j--) {
      lengths[i * (width + 1) + j] = isSame(start + i, start + j)
        ? at(i + 1, j + 1) + 1
        : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < height && j < width) {
    if (isSame(start + i, start + j)) pairs.push([start + i++, start + j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

/** From this likeness on (0 to 1) a block is another wording of one, rather than a new one. */
const ALIKE = 0.35;

/** Which of the rows and blocks between two that are the same belong together. */
function likelyPairs(
  rows: readonly OpenRow[],
  blocks: readonly TextBlock[],
  gap: Gap,
  baseCount: number,
): [number, number][] {
  const likely: { row: number; block: number; likeness: number }[] = [];
  for (let i = gap.rows[0]; i < gap.rows[1]; i++) {
    const row = rows[i] as OpenRow;
    const isOld = baseCount === 0 || row.slice(0, baseCount).some(block => block !== undefined);
    for (let j = gap.blocks[0]; j < gap.blocks[1]; j++) {
      const block = blocks[j] as TextBlock;
      const of = seen(row).filter(({ type }) => type === block.type);
      const isOne = block.type === 'definition' || block.type === 'title';
      if (of.length === 0 || !(isOld || isOne) || block.type === 'record') continue;
      likely.push({ row: i, block: j, likeness: Math.max(...of.map(({ text }) => likenessOf(text, block.text))) });
    }
  }
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const take = ({ row, block }: { row: number; block: number }): void => {
    if (pairs.has(block) || taken.has(row)) return;
    pairs.set(block, row);
    taken.add(row);
  };
  likely.sort((a, b) => b.likeness - a.likeness || a.row - b.row || a.block - b.block);
  for (const pair of likely.filter(({ likeness }) => likeness >= ALIKE)) take(pair);
  // Wholly another wording: the first that is left with the first.
  for (const pair of likely.sort((a, b) => a.row - b.row || a.block - b.block)) take(pair);
  return [...pairs].map(([block, row]) => [row, block]);
}
