import { each, type Pieces } from '../../../pieces.js';
import type { ComparedTranscript } from '../compared/compared.js';
import type { Blocks, Draw } from './blocks.js';
import { stretchesOf } from './stretches.js';

/** How many transcripts are looked at in one go. */
const PIECE = 10;

/** What a coder did with a unit: gave it the code, gave it not, or did not code the transcript. */
export type Rated = 'given' | 'not' | null;

/** One answer of each coder, in the order of the coders. */
export type Pattern = readonly Rated[];

/** Some units of one block that have the same answers. */
interface Part {
  readonly block: number;
  readonly pattern: number;
  /** What units of the transcript have that nobody gave the code. */
  readonly base: number;
  readonly units: number;
}

/** How some coders answered one question about some transcripts: whether a unit has one of some codes. */
export class Cell {
  readonly patterns: Pattern[] = [];
  private readonly parts: Part[] = [];
  private readonly bases: { readonly from: number; readonly to: number; readonly pattern: number }[] = [];
  private readonly known = new Map<string, number>();

  private constructor(
    readonly coders: readonly string[],
    private readonly blocks: Blocks,
  ) {}

  /** @param codes as they go today; of several, any will do */
  static *of(
    coders: readonly string[],
    transcripts: readonly ComparedTranscript[],
    codes: readonly string[],
    blocks: Blocks,
  ): Pieces<Cell> {
    const cell = new Cell(coders, blocks);
    yield* each(transcripts, PIECE, transcript => cell.add(transcript, codes));
    return cell;
  }

  /** How many units of a draw have each of the patterns. */
  counts(draw: Draw): number[] {
    const counts: number[] = this.patterns.map(() => 0);
    const add = (pattern: number, units: number): void => {
      counts[pattern] = (counts[pattern] ?? 0) + units;
    };
    for (const { from, to, pattern } of this.bases) add(pattern, draw.units(from, to));
    for (const { block, pattern, base, units } of this.parts) {
      const drawn = units * draw.weight(block);
      add(pattern, drawn);
      add(base, -drawn);
    }
    return counts;
  }

  private add(transcript: ComparedTranscript, codes: readonly string[]): void {
    const { blocks, units } = transcript.ruler;
    const [from = 0, to = 0] = this.blocks.of.get(transcript) ?? [];
    const took = this.coders.map(coder => transcript.coders.includes(coder));
    const patternOf = (given: readonly boolean[]): number =>
      this.patternOf(took.map((isThere, i) => (isThere ? (given[i] ? 'given' : 'not') : null)));
    const base = patternOf([]);
    this.bases.push({ from, to, pattern: base });
    let block = 0;
    const endOf = (): number => blocks[block + 1] ?? units;
    for (const { start, end, given } of stretchesOf(transcript, codes, this.coders)) {
      const pattern = patternOf(given);
      for (let at = start; at < end; ) {
        while (endOf() <= at) block++;
        const next = Math.min(end, endOf());
        this.parts.push({ block: from + block, pattern, base, units: next - at });
        at = next;
      }
    }
  }

  private patternOf(pattern: Pattern): number {
    const key = pattern.join();
    const index = this.known.get(key) ?? this.patterns.push(pattern) - 1;
    this.known.set(key, index);
    return index;
  }
}
