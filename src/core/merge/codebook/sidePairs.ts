import { commonOf, type Pair } from './commonBlocks.js';
import { likenessOf } from './likeness.js';
import type { TextBlock } from './textBlocks.js';

/** Which blocks of the sides belong to which rows of the bases, and which of both sides, that belong to none, are the same. */
export interface SidePairs {
  /** Rows and blocks. */
  readonly one: readonly Pair[];
  readonly two: readonly Pair[];
  /** Blocks of the one and of the other. */
  readonly both: readonly Pair[];
}

/**
 * Pairs blocks: those of the same text in the same order; records by the code they are of; then, between these, those of a kind that
 * are most alike, be it that one side or that both have that wording now.
 * @param rows each with what the bases say
 * @param isKnown whether there is a base: without one, what both sides have of a kind is the same, in two wordings
 */
export function sidePairs(
  rows: readonly (readonly TextBlock[])[],
  one: readonly TextBlock[],
  two: readonly TextBlock[],
  isKnown: boolean,
): SidePairs {
  return new Pairing(rows, one, two, isKnown).pairs();
}

/** A block that is no row's yet, as one side has it or both. */
interface Loose {
  readonly one: number | undefined;
  readonly two: number | undefined;
  readonly block: TextBlock;
}

/** From this likeness on (0 to 1) a block is another wording of one, rather than a new one. */
const ALIKE = 0.35;

class Pairing {
  private readonly rowOfOne: Map<number, number>;
  private readonly rowOfTwo: Map<number, number>;
  private both: Map<number, number>;

  constructor(
    private readonly rows: readonly (readonly TextBlock[])[],
    private readonly one: readonly TextBlock[],
    private readonly two: readonly TextBlock[],
    private readonly isKnown: boolean,
  ) {
    const same = (blocks: readonly TextBlock[]): Map<number, number> => {
      const pairs = commonOf(
        rows,
        blocks.map(block => [block]),
      );
      return new Map(pairs.map(([row, at]) => [at, row]));
    };
    this.rowOfOne = same(one);
    this.rowOfTwo = same(two);
    this.both = new Map();
  }

  pairs(): SidePairs {
    this.pairRecords();
    this.both = this.sameOnBoth();
    this.pairAlike();
    this.pairNew();
    const turned = (map: ReadonlyMap<number, number>): Pair[] => [...map].map(([at, row]) => [row, at]);
    const isLoose = ([i, j]: Pair): boolean => !this.rowOfOne.has(i) && !this.rowOfTwo.has(j);
    return { one: turned(this.rowOfOne), two: turned(this.rowOfTwo), both: [...this.both].filter(isLoose) };
  }

  /** Records of the same code are the same wherever they stand. */
  private pairRecords(): void {
    for (const [blocks, rowOf] of this.sides()) {
      const taken = new Set(rowOf.values());
      blocks.forEach(({ type, id }, at) => {
        if (type !== 'record' || rowOf.has(at)) return;
        const row = this.rows.findIndex((old, i) => !taken.has(i) && old.some(block => isRecordOf(block, id)));
        if (row === -1) return;
        rowOf.set(at, row);
        taken.add(row);
      });
    }
  }

  /** What both sides have that no base has. */
  private sameOnBoth(): Map<number, number> {
    const [inOne, inTwo] = [this.looseIn(this.one, this.rowOfOne), this.looseIn(this.two, this.rowOfTwo)];
    const pairs = commonOf(
      inOne.map(i => [this.one[i] as TextBlock]),
      inTwo.map(j => [this.two[j] as TextBlock]),
    );
    const both = new Map(pairs.map(([i, j]) => [inOne[i] as number, inTwo[j] as number]));
    const taken = new Set(both.values());
    for (const i of inOne) {
      const { type, id } = this.one[i] as TextBlock;
      if (type !== 'record' || both.has(i)) continue;
      const j = inTwo.find(at => !taken.has(at) && isRecordOf(this.two[at] as TextBlock, id));
      if (j === undefined) continue;
      both.set(i, j);
      taken.add(j);
    }
    return both;
  }

  /** Other wordings of what a base has. */
  private pairAlike(): void {
    const [betweenOne, betweenTwo] = [
      between(this.rowOfOne, this.rows.length),
      between(this.rowOfTwo, this.rows.length),
    ];
    const likely: { row: number; loose: Loose; likeness: number }[] = [];
    for (const loose of this.loose()) {
      this.rows.forEach((old, row) => {
        const isFree =
          (loose.one === undefined || betweenOne(row, loose.one)) &&
          (loose.two === undefined || betweenTwo(row, loose.two));
        const of = isFree && loose.block.type !== 'record' ? old.filter(({ type }) => type === loose.block.type) : [];
        if (of.length === 0) return;
        likely.push({ row, loose, likeness: Math.max(...of.map(({ text }) => likenessOf(text, loose.block.text))) });
      });
    }
    const byPlace = [...likely];
    likely.sort((a, b) => b.likeness - a.likeness);
    for (const { row, loose, likeness } of likely) if (likeness >= ALIKE) this.take(row, loose);
    // Wholly another wording, where as many went as came.
    const isInPlace = ({ row, loose }: { row: number; loose: Loose }): boolean =>
      this.rows[row]?.some(({ type }) => type === 'definition' || type === 'title') ||
      (isEven(loose.one, this.rowOfOne, this.one, this.rows) && isEven(loose.two, this.rowOfTwo, this.two, this.rows));
    for (const pair of byPlace.filter(isInPlace)) this.take(pair.row, pair.loose);
  }

  private take(row: number, { one, two }: Loose): void {
    const isTaken = (at: number | undefined, rowOf: ReadonlyMap<number, number>): boolean =>
      at !== undefined && (rowOf.has(at) || [...rowOf.values()].includes(row));
    if (isTaken(one, this.rowOfOne) || isTaken(two, this.rowOfTwo)) return;
    if (one !== undefined) this.rowOfOne.set(one, row);
    if (two !== undefined) this.rowOfTwo.set(two, row);
  }

  /** What both sides put in, in two wordings: of what there is one, or where no base is known. */
  private pairNew(): void {
    const isOpen = ({ type }: TextBlock): boolean => !this.isKnown || type === 'definition' || type === 'title';
    const left = this.loose().filter(({ block }) => isOpen(block) && block.type !== 'record');
    const [ones, twos] = [left.filter(({ two }) => two === undefined), left.filter(({ one }) => one === undefined)];
    const likely = ones.flatMap(a =>
      twos
        .filter(b => b.block.type === a.block.type)
        .map(b => ({ one: a.one as number, two: b.two as number, likeness: likenessOf(a.block.text, b.block.text) })),
    );
    const taken = new Set<number>();
    const byPlace = [...likely];
    likely.sort((a, b) => b.likeness - a.likeness);
    for (const { one, two } of [...likely.filter(({ likeness }) => likeness >= ALIKE), ...byPlace]) {
      if (this.both.has(one) || taken.has(two)) continue;
      this.both.set(one, two);
      taken.add(two);
    }
  }

  private loose(): Loose[] {
    const partners = new Set(this.both.values());
    const ones = this.looseIn(this.one, this.rowOfOne).map(one => ({
      one,
      two: this.both.get(one),
      block: this.one[one] as TextBlock,
    }));
    const twos = this.looseIn(this.two, this.rowOfTwo).filter(two => !partners.has(two));
    return [...ones, ...twos.map(two => ({ one: undefined, two, block: this.two[two] as TextBlock }))];
  }

  private looseIn(blocks: readonly TextBlock[], rowOf: ReadonlyMap<number, number>): number[] {
    return [...blocks.keys()].filter(at => !rowOf.has(at));
  }

  private sides(): (readonly [readonly TextBlock[], Map<number, number>])[] {
    return [
      [this.one, this.rowOfOne],
      [this.two, this.rowOfTwo],
    ];
  }
}

/** Whether between the blocks around one that belong to rows there are as many rows that are free as blocks. */
function isEven(
  at: number | undefined,
  rowOf: ReadonlyMap<number, number>,
  blocks: readonly TextBlock[],
  rows: readonly unknown[],
): boolean {
  if (at === undefined) return true;
  let [from, to] = [at, at];
  while (from > 0 && !rowOf.has(from - 1)) from--;
  while (to + 1 < blocks.length && !rowOf.has(to + 1)) to++;
  const before = rowOf.get(from - 1) ?? -1;
  const after = rowOf.get(to + 1) ?? rows.length;
  return after - before - 1 === to - from + 1;
}

function isRecordOf(block: TextBlock, id: string | undefined): boolean {
  return block.type === 'record' && block.id === id;
}

/** Tells whether a row is free, and a block stands between the same blocks as the row does. */
function between(rowOf: ReadonlyMap<number, number>, rowCount: number): (row: number, at: number) => boolean {
  const pairs = [...rowOf].sort(([a], [b]) => a - b);
  const taken = new Set(rowOf.values());
  return (row, at) => {
    const before = pairs.findLast(([other]) => other < at)?.[1] ?? -1;
    const after = pairs.find(([other]) => other > at)?.[1] ?? rowCount;
    return !taken.has(row) && row > before && row < after;
  };
}
