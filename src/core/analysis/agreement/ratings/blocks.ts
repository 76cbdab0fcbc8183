import type { Compared, ComparedTranscript } from '../compared/compared.js';

/** The blocks that are drawn as wholes for intervals: turns, transcript after transcript, by number. */
export class Blocks {
  /** How many units each block has. */
  readonly lengths: readonly number[];
  /** The blocks of each transcript: the first, and the one behind the last. */
  readonly of: ReadonlyMap<ComparedTranscript, readonly [from: number, to: number]>;

  constructor({ transcripts }: Pick<Compared, 'transcripts'>) {
    const lengths: number[] = [];
    const of = new Map<ComparedTranscript, readonly [number, number]>();
    for (const transcript of transcripts) {
      const { blocks, units } = transcript.ruler;
      of.set(transcript, [lengths.length, lengths.length + blocks.length]);
      for (const [i, start] of blocks.entries()) lengths.push((blocks[i + 1] ?? units) - start);
    }
    this.lengths = lengths;
    this.of = of;
  }

  /** Everything as it is, each block once. */
  whole(): Draw {
    return new Draw(this.lengths, new Uint16Array(this.lengths.length).fill(1));
  }

  /**
   * As many turns of each transcript as it has, drawn with replacement.
   * @param random a number from 0 up to 1
   */
  resample(random: () => number): Draw {
    const weights = new Uint16Array(this.lengths.length);
    for (const [from, to] of this.of.values()) {
      for (let i = from; i < to; i++) {
        const drawn = from + Math.floor(random() * (to - from));
        weights[drawn] = (weights[drawn] ?? 0) + 1;
      }
    }
    return new Draw(this.lengths, weights);
  }
}

/** How often each block counts. */
export class Draw {
  private readonly before: Float64Array;

  constructor(
    lengths: readonly number[],
    private readonly weights: Uint16Array,
  ) {
    this.before = new Float64Array(lengths.length + 1);
    for (const [i, length] of lengths.entries()) this.before[i + 1] = (this.before[i] ?? 0) + length * this.weight(i);
  }

  /** How often a block counts. */
  weight(block: number): number {
    return this.weights[block] ?? 0;
  }

  /** How many units some blocks that follow each other have. */
  units(from: number, to: number): number {
    return (this.before[to] ?? 0) - (this.before[from] ?? 0);
  }
}
