import type { CorpusExcerpt } from '../corpus/corpus.js';
import { type Relation, USUAL_TURNS } from './query.js';

/** From where to where something goes, both included, and which excerpt it is of. */
interface Reach {
  readonly low: number;
  readonly high: number;
  readonly of: CorpusExcerpt;
}

/**
 * Answers which excerpts of one transcript stand to another one in a certain way. Others are sorted once and looked up by bisection:
 * never all pairs.
 * @param others those of them that may be the other one
 * @param turns how many turns away it may be
 */
export function relationTest(
  how: Relation,
  turns: number = USUAL_TURNS,
  others: readonly CorpusExcerpt[],
): (excerpt: CorpusExcerpt) => boolean {
  switch (how) {
    case 'overlaps': {
      const reaches = new Reaches(others, inText);
      return asked(inText, (reach, of) => reaches.has(reach.high, reach.low, of));
    }
    case 'within': {
      // The other begins where this one does or before, and ends where it does or behind.
      const reaches = new Reaches(others, inText);
      return asked(inText, (reach, of) => reaches.has(reach.low, reach.high, of));
    }
    case 'near': {
      const reaches = new Reaches(others, inTurns);
      return asked(inTurns, (reach, of) => reaches.has(reach.high + turns, reach.low - turns, of));
    }
    case 'followed-by':
      return followedBy(turns, others);
  }
}

type Place = (excerpt: CorpusExcerpt) => Omit<Reach, 'of'> | undefined;

/** First and last code point. */
const inText: Place = ({ span }) => span && { low: span.start, high: span.end - 1 };
/** First and last turn. */
const inTurns: Place = ({ turns }) => turns && { low: turns.first, high: turns.last };

function asked(place: Place, holds: (reach: Omit<Reach, 'of'>, of: CorpusExcerpt) => boolean) {
  return (excerpt: CorpusExcerpt): boolean => {
    const reach = place(excerpt);
    return reach !== undefined && holds(reach, excerpt);
  };
}

/** Stretches by where they begin, each with how far those up to it go at most, itself and with one of them left out. */
class Reaches {
  private readonly lows: number[] = [];
  private readonly farthest: Reach[] = [];
  /** The farthest of those up to here but for `farthest`; `undefined` where there is no other. */
  private readonly second: (Reach | undefined)[] = [];

  constructor(excerpts: readonly CorpusExcerpt[], place: Place) {
    const reaches = excerpts.flatMap(of => {
      const reach = place(of);
      return reach === undefined ? [] : [{ ...reach, of }];
    });
    reaches.sort((a, b) => a.low - b.low);
    for (const [i, reach] of reaches.entries()) {
      const [first, second] = [this.farthest[i - 1], this.second[i - 1]];
      this.lows.push(reach.low);
      const isFarthest = first === undefined || reach.high > first.high;
      this.farthest.push(isFarthest ? reach : first);
      const rest = isFarthest ? first : reach;
      this.second.push(second === undefined || (rest !== undefined && rest.high > second.high) ? rest : second);
    }
  }

  /** Whether there is one that begins there or before and ends there or behind, an excerpt's own left out. */
  has(beginsBy: number, endsFrom: number, except: CorpusExcerpt): boolean {
    const last = firstAbove(this.lows, beginsBy) - 1;
    const farthest = this.farthest[last];
    const other = farthest?.of === except ? this.second[last] : farthest;
    return other !== undefined && other.high >= endsFrom;
  }
}

function followedBy(turns: number, others: readonly CorpusExcerpt[]): (excerpt: CorpusExcerpt) => boolean {
  // By their beginning; the turn in which they begin grows with it, so that the first one behind an excerpt is the nearest.
  const placed = others.flatMap(other =>
    other.span && other.turns ? [{ start: other.span.start, turn: other.turns.first }] : [],
  );
  placed.sort((a, b) => a.start - b.start || a.turn - b.turn);
  const starts = placed.map(({ start }) => start);
  return ({ span, turns: own }) => {
    if (span === undefined || own === undefined) return false;
    const next = placed[firstAbove(starts, span.end - 1)];
    return next !== undefined && next.turn <= own.last + turns;
  };
}

/** Index of the first of some sorted numbers that is greater than a limit. */
function firstAbove(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
