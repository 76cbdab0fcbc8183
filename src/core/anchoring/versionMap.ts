import type { Pieces } from '../pieces.js';
import type { Span } from '../text/span.js';
import { align, alignFromEnd } from './align.js';
import { type Aligned, carry, type OldPassage, type Piece, pieceAt } from './carry.js';
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

/** A place that shares so much of the old surroundings, compared with the best one, may as well be the one. */
const COMPARABLE = 0.7;
/** Where one way to tell the changes loses the passage: so much of it, and so many words around it, must be where the other puts it. */
const HALF = 0.5;
const ENOUGH = 6;
/** A part of a passage has so many words at least; of longer ones so many are looked for. */
const PART = 3;
const MOST_OF_PART = 8;
/** Of the words of a place so many must come from the passage, unless it has nearly all of it. */
const DENSE = 0.5;
const NEARLY_ALL = 0.9;

/** Carries passages over from one older version of a text into today's. */
export class VersionMap {
  /**
   * @param forward the two texts with their words paired from the front
   * @param backward the same from the end
   */
  private constructor(
    private readonly old: Words,
    private readonly now: Words,
    private readonly forward: Aligned,
    private readonly backward: Aligned,
    private readonly rivals: Rivals,
  ) {}

  /** Aligns an older version with today's text. */
  static *of(old: Words, now: Words, vocabulary: Vocabulary, like: LikeWords): Pieces<VersionMap> {
    const weights = weightsOf(vocabulary, [old, now]);
    const sequences = { a: old.keys, b: now.keys, weights };
    const forward = { old, now, weights, alignment: yield* align(sequences, like) };
    const backward = { old, now, weights, alignment: yield* alignFromEnd(sequences, like) };
    yield;
    return new VersionMap(old, now, forward, backward, new Rivals(old, now, forward.alignment));
  }

  /**
   * Where a stretch of the older version is (UTF-16 units). Changes can often be told in several ways; where two of them put the
   * passage at different places, it is not certain, unless only one of these says what was coded.
   * @returns undefined where the stretch has no words in it
   */
  place(start: number, end: number): Placement | undefined {
    const passage = passageIn(this.old, start, end);
    if (passage === undefined) return undefined;
    const [ahead, back] = [carry(this.forward, passage), carry(this.backward, passage)];
    const pieces = [...ahead, ...back].sort((x, y) => y.share - x.share);
    const followed = [whole(ahead), whole(back)].filter(piece => piece !== undefined);
    const copies = this.copies(passage);
    const places = this.distinct(passage, followed);
    const best = places && this.best(passage, places, copies, followed.length === 2);
    return best === undefined
      ? { isCertain: false, pieces: this.offers(passage, pieces, copies) }
      : { isCertain: true, pieces: [best] };
  }

  /** Whether a stretch of the older version and one of today's (UTF-16 units) say the same, labels and times aside. */
  saysTheSame(then: Span, today: Span): boolean {
    const [one, other] = [passageIn(this.old, then.start, then.end), passageIn(this.now, today.start, today.end)];
    return (
      one !== undefined &&
      other !== undefined &&
      saysTheSame({ words: this.old, ...one }, { words: this.now, ...other })
    );
  }

  /** Places where the words of a passage stand and are new. */
  private copies(passage: OldPassage): Piece[] {
    return this.rivals.copies(passage).map(first => pieceAt(this.forward, passage, first));
  }

  /** The places to choose from, the likeliest first. */
  private offers(passage: OldPassage, pieces: readonly Piece[], copies: readonly Piece[]): Piece[] {
    const { rivals } = this;
    const byReach = copies
      .map(copy => ({ copy, reach: rivals.reachAround(passage, copy) }))
      .sort((x, y) => y.reach - x.reach)
      .map(({ copy }) => copy);
    const core = carry(this.forward, passage, true).slice(0, 1);
    return apart([...pieces.slice(0, 1), ...together(passage, pieces), ...core, ...pieces.slice(1), ...byReach]);
  }

  /** Of places that overlap, the one that says what was coded, or has more of it; undefined where that does not decide. */
  private distinct(passage: OldPassage, [one, other]: readonly Piece[]): Piece[] | undefined {
    if (one === undefined) return [];
    if (other === undefined || (one.first === other.first && one.last === other.last)) return [one];
    if (one.last < other.first || other.last < one.first) return [one, other];
    const says = ({ first, last }: Piece): boolean =>
      saysTheSame({ words: this.old, first: passage.first, last: passage.last }, { words: this.now, first, last });
    const [isOne, isOther] = [says(one), says(other)];
    if (isOne !== isOther) return [isOne ? one : other];
    if (one.share === other.share) return undefined;
    return [one.share > other.share ? one : other];
  }

  /** Whether the beginning or the end of a passage, lost at a place, stands elsewhere where it is new. */
  private isPartElsewhere({ first, last }: OldPassage, { from, to }: Piece): boolean {
    const isThere = (a: number, b: number): boolean =>
      b - a + 1 >= PART && this.rivals.copies({ first: a, last: b }).length > 0;
    return (
      isThere(Math.max(first, from - MOST_OF_PART), from - 1) || isThere(to + 1, Math.min(last, to + MOST_OF_PART))
    );
  }

  /**
   * The place that no other comes near; undefined where there is none.
   * @param isAgreed whether both ways to tell the changes lead to a place
   */
  private best(
    passage: OldPassage,
    followed: readonly Piece[],
    copies: readonly Piece[],
    isAgreed: boolean,
  ): Piece | undefined {
    const { rivals } = this;
    const meets = (copy: Piece): boolean => followed.some(one => one.first <= copy.last && copy.first <= one.last);
    const all = [...followed, ...copies.filter(copy => !meets(copy))];
    const isAlone = all.length === 1 && isAgreed;
    const ranked = all
      .map(place => ({ place, reach: isAlone ? 0 : rivals.reachAround(passage, place) }))
      .sort((x, y) => y.reach - x.reach);
    const [first, second] = ranked;
    if (first === undefined || !followed.includes(first.place)) return undefined;
    const hasSlid = [this.forward, this.backward].some(({ alignment }) =>
      mayHaveSlid(this.old, this.now, alignment, passage, first.place),
    );
    if (hasSlid) return undefined;
    if (this.isPartElsewhere(passage, first.place) || rivals.hasBetter(passage, first.place)) return undefined;
    if (isAlone) return first.place;
    if (second !== undefined && second.reach >= COMPARABLE * first.reach) return undefined;
    if (!isAgreed && (first.place.share < HALF || first.reach < ENOUGH)) return undefined;
    return rivals.isBound(passage, first.place) ? first.place : undefined;
  }
}

/** The one piece a passage is in; undefined where it is gone or in several, or scattered over other text. */
function whole([piece, another]: readonly Piece[]): Piece | undefined {
  if (piece === undefined || another !== undefined || piece.isFrayed) return undefined;
  const isDense = piece.kept >= DENSE * (piece.last - piece.first + 1);
  return isDense || piece.share >= NEARLY_ALL ? piece : undefined;
}

/** How far apart pieces may be to be offered as one place, compared with the passage, in words. */
const WIDE = 2;

/** The stretch from the first to the last piece, where that is no more than text put in between. */
function together(passage: OldPassage, pieces: readonly Piece[]): Piece[] {
  const [largest] = pieces;
  if (largest === undefined || pieces.length < 2) return [];
  const [first, last] = [Math.min(...pieces.map(one => one.first)), Math.max(...pieces.map(one => one.last))];
  const isWide = last - first > WIDE * (passage.last - passage.first + 1) + 40;
  if (isWide || (first === largest.first && last === largest.last)) return [];
  const [start, end] = [Math.min(...pieces.map(one => one.start)), Math.max(...pieces.map(one => one.end))];
  return [{ ...largest, start, end, first, last }];
}

function apart(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  for (const piece of pieces) {
    if (!kept.some(other => other.start === piece.start && other.end === piece.end)) kept.push(piece);
  }
  return kept;
}
