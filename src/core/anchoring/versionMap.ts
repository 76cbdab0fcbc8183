import { type Alignment, align, alignFromEnd } from './align.js';
import { carry, type OldPassage, type Piece } from './carry.js';
import type { LikeWords } from './likeWords.js';
import { mayHaveSlid, Rivals } from './rivals.js';
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

/** Carries passages over from one older version of a text into today's. */
export class VersionMap {
  private readonly weights: Float32Array;
  private readonly forward: Alignment;
  private readonly backward: Alignment;
  private rivals: Rivals | undefined;

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
    const [ahead, back] = [this.forward, this.backward].map(alignment =>
      carry({ old, now, weights, alignment }, passage),
    ) as [Piece[], Piece[]];
    const [one, other] = [whole(ahead), whole(back)];
    if (one !== undefined && other !== undefined) {
      if (one.start === other.start && one.end === other.end) {
        return { isCertain: !this.hasRival(passage, one), pieces: [one] };
      }
      const says = ({ first, last }: Piece): boolean =>
        saysTheSame({ words: old, first: passage.first, last: passage.last }, { words: now, first, last });
      const [isOne, isOther] = [says(one), says(other)];
      if (isOne !== isOther && one.start < other.end && other.start < one.end) {
        const best = isOne ? one : other;
        return { isCertain: !this.hasRival(passage, best), pieces: [best] };
      }
    }
    const all = [...ahead, ...back].sort((x, y) => y.share - x.share);
    return { isCertain: false, pieces: apart(all) };
  }

  /** Whether a passage may as well be elsewhere. */
  private hasRival(passage: OldPassage, found: Piece): boolean {
    if (mayHaveSlid(this.old, this.now, this.forward, passage, found)) return true;
    this.rivals ??= new Rivals(this.old, this.now, this.forward);
    const copies = this.rivals.copies(passage);
    return copies.length > 0 && (!this.rivals.isBound(passage, found) || this.rivals.isMatched(passage, found, copies));
  }
}

/** Pieces beside the largest that tell no more than this, as shares of the passage, are words that happen to stand elsewhere. */
const CRUMB = 0.04;

/** The one piece a passage is in; undefined where it is gone or in several. */
function whole(pieces: readonly Piece[]): Piece | undefined {
  const [largest, ...rest] = pieces;
  const isWhole = rest.every(({ share, first, last }) => share <= CRUMB && last - first < 2 && rest.length < 3);
  return isWhole ? largest : undefined;
}

function apart(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  for (const piece of pieces) {
    if (!kept.some(other => other.start === piece.start && other.end === piece.end)) kept.push(piece);
  }
  return kept;
}
