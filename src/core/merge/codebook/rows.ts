import { commonOf, type Pair } from './commonBlocks.js';
import type { BlockVersions } from './mergeBlocks.js';
import { sidePairs } from './sidePairs.js';
import type { TextBlock } from './textBlocks.js';

/** The same block as the versions have it; undefined where one does not. */
export interface Row {
  /** One for each base. */
  readonly bases: (TextBlock | undefined)[];
  one: TextBlock | undefined;
  two: TextBlock | undefined;
}

/** Finds out which blocks of the versions are the same, and puts them in an order that is that of each version, as far as can be. */
export function alignBlocks({ bases, one, two }: BlockVersions): Row[] {
  const newRow = (): Row => ({ bases: bases.map(() => undefined), one: undefined, two: undefined });
  const rows: Row[] = [];
  bases.forEach((blocks, i) => {
    const known = rows.map(seenIn);
    const same = new Map(
      commonOf(
        known,
        blocks.map(block => [block]),
      ).map(([row, at]) => [at, rows[row] as Row]),
    );
    place(rows, blocks, same, newRow, (row, block) => {
      row.bases[i] = block;
    });
  });
  const pairs = sidePairs(
    rows.map(row => row.bases.filter(block => block !== undefined)),
    one,
    two,
    bases.length > 0,
  );
  const old = [...rows];
  const rowsOf = (list: readonly Pair[]): Map<number, Row> => new Map(list.map(([row, at]) => [at, old[row] as Row]));
  const ofOne = rowsOf(pairs.one);
  place(rows, one, ofOne, newRow, (row, block) => {
    row.one = block;
  });
  const ofTwo = rowsOf(pairs.two);
  for (const [i, j] of pairs.both) ofTwo.set(j, ofOne.get(i) as Row);
  place(rows, two, ofTwo, newRow, (row, block) => {
    row.two = block;
  });
  return rows;
}

function seenIn({ bases, one, two }: Row): TextBlock[] {
  return [...bases, one, two].filter(block => block !== undefined);
}

/**
 * Puts the blocks of a version into the rows they belong to; one that belongs to none gets a row before that of the next one.
 * @param rowOf rows of blocks by their index; completed
 */
function place(
  rows: Row[],
  blocks: readonly TextBlock[],
  rowOf: Map<number, Row>,
  newRow: () => Row,
  put: (row: Row, block: TextBlock) => void,
): void {
  let next = rows.length;
  for (let at = blocks.length - 1; at >= 0; at--) {
    const known = rowOf.get(at);
    const row = known ?? newRow();
    put(row, blocks[at] as TextBlock);
    if (known !== undefined) next = rows.indexOf(known);
    else {
      rows.splice(next, 0, row);
      rowOf.set(at, row);
    }
  }
}
