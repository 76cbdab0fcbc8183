import { type Alignment, align, alignFromEnd } from './align.js';
import { carry, type Piece } from './carry.js';
import type { LikeWords } from './likeWords.js';
import { passageIn } from './search.js';
import { saysTheSame } from './wording.js';
import { type Vocabulary, type Words, weightsOf } from './words.js';

/** Where a passage of an older version is. */
export interface Placement {
  /** Whether nothing else can be meant. */
  readonly isCertain: boolean;
  /** Where it is, or may be, or what is left of it; the best first. */
  readonly pieces: readonly Piece[];
}

/** What pieces beside the largest may tell of a passage, as a share of it, before it counts as torn apart. */
const CRUMBS = 0.05;

/** Carries passages over from one older version of a text into today's. */
export class VersionMap {
  private readonly weights: Float32Array;
  private readonly forward: Alignment;
  private readonly backward: Alignment;

  constructor(
    private readonly old: Words,
    private readonly now: Words,
    vocabulary: Vocabulary,
    like: LikeWords,
  ) {
    this.weights = weightsOf(vocabulary, [old, now]);
    const sequences = { a: old.keys, b: now.keys, weights: this.weights };
    this.forward = align(sequences, like);
    this.backward = alignFromEnd(sequences, like);
  }

  /**
   * Where a stretch of the older version is (UTF-16 units). Changes can often be told in several ways; where two of them put the
   * passage at different places, it is not certain, unless only one of these says what was coded.
   * @returns undefined where the stretch has no words in it
   */
  place(start: number, end: number): Placement | undefined {
    const passage = passageIn(this.old, start, end);
    if (passage === undefined) return undefined;
    const { old, now, weights } = this;
    const pieces = [this.forward, this.backward].map(alignment => carry({ old, now, weights, alignment }, passage));
    const [one, other] = [settled(pieces[0] as Piece[]), settled(pieces[1] as Piece[])];
    if (one !== undefined && other !== undefined) {
      if (one.start === other.start && one.end === other.end) return { isCertain: true, pieces: [one] };
      const says = ({ first, last }: Piece): boolean =>
        saysTheSame({ words: this.old, first: passage.first, last: passage.last }, { words: this.now, first, last });
      const [isOne, isOther] = [says(one), says(other)];
      if (isOne !== isOther) return { isCertain: true, pieces: [isOne ? one : other] };
    }
    const all = [...(pieces[0] as Piece[]), ...(pieces[1] as Piece[])].sort((x, y) => y.share - x.share);
    return { isCertain: false, pieces: apart(all) };
  }
}

/** The one piece a passage is in; undefined where it is gone or in several. */
function settled(pieces: readonly Piece[]): Piece | undefined {
  const [largest, ...rest] = pieces;
  if (largest === undefined) return undefined;
  const others = rest.reduce((sum, { share }) => sum + share, 0);
  return others <= CRUMBS ? largest : undefined;
}

function apart(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  for (const piece of pieces) {
    if (kept.some(other => other.start === piece.start && other.end === piece.end)) continue;
    kept.push(piece);
  }
  return kept;
}
