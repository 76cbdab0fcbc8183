import { firstWhere } from '../../text/firstWhere.js';
import type { CorpusExcerpt } from '../corpus/corpus.js';
import { type Relation, USUAL_TURNS } from './query.js';

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
      const reaches = new Reaches(others, TEXT);
      return excerpt => isPlaced(excerpt, TEXT) && reaches.has(TEXT.last(excerpt), TEXT.first(excerpt), excerpt);
    }
    case 'within': {
      // The other begins where this one does or before, and ends where it does or behind.
      const reaches = new Reaches(others, TEXT);
      return excerpt => isPlaced(excerpt, TEXT) && reaches.has(TEXT.first(excerpt), TEXT.last(excerpt), excerpt);
    }
    case 'near': {
      const reaches = new Reaches(others, TURNS);
      return excerpt =>
        isPlaced(excerpt, TURNS) && reaches.has(TURNS.last(excerpt) + turns, TURNS.first(excerpt) - turns, excerpt);
    }
    case 'followed-by':
      return followedBy(turns, others);
  }
}

/** Where an excerpt begins and ends, both included; below 0 where that is not certain. */
interface Place {
  first(excerpt: CorpusExcerpt): number;
  last(excerpt: CorpusExcerpt): number;
}

/** In code points. */
const TEXT: Place = { first: ({ span }) => span?.start ?? -1, last: ({ span }) => (span?.end ?? 0) - 1 };
/** In turns, by their number. */
const TURNS: Place = { first: ({ turns }) => turns?.first ?? -1, last: ({ turns }) => turns?.last ?? -1 };

const isPlaced = (excerpt: CorpusExcerpt, place: Place): boolean => place.first(excerpt) >= 0;

type Numbers = [Int32Array, Int32Array, Int32Array];

/** Excerpts by where they begin, with how far those up to each go at most: the farthest, and the farthest of all others. */
class Reaches {
  private readonly firsts: Int32Array;
  private readonly farthest: CorpusExcerpt[] = [];
  private readonly ends: Int32Array;
  private readonly otherEnds: Int32Array;

  constructor(excerpts: readonly CorpusExcerpt[], place: Place) {
    const placed = inOrder(excerpts, place);
    [this.firsts, this.ends, this.otherEnds] = [0, 1, 2].map(() => new Int32Array(placed.length)) as Numbers;
    let [end, otherEnd] = [-1, -1];
    let farthest: CorpusExcerpt | undefined;
    for (const [i, excerpt] of placed.entries()) {
      const last = place.last(excerpt);
      if (farthest === undefined || last > end) {
        otherEnd = end;
        end = last;
        farthest = excerpt;
      } else otherEnd = Math.max(otherEnd, last);
      this.firsts[i] = place.first(excerpt);
      this.farthest.push(farthest);
      this.ends[i] = end;
      this.otherEnds[i] = otherEnd;
    }
  }

  /** Whether there is one that begins there or before and ends there or behind, an excerpt's own left out. */
  has(beginsBy: number, endsFrom: number, except: CorpusExcerpt): boolean {
    const last = firstWhere(this.firsts, first => first > beginsBy) - 1;
    const ends = this.farthest[last] === except ? this.otherEnds : this.ends;
    return last >= 0 && (ends[last] as number) >= Math.max(0, endsFrom);
  }
}

/** Those that have a place, by where they begin; they nearly always are in order already. */
function inOrder(excerpts: readonly CorpusExcerpt[], place: Place): CorpusExcerpt[] {
  const placed = excerpts.filter(excerpt => isPlaced(excerpt, place));
  return placed.sort((a, b) => place.first(a) - place.first(b));
}

function followedBy(turns: number, others: readonly CorpusExcerpt[]): (excerpt: CorpusExcerpt) => boolean {
  // By their beginning; the turn in which they begin grows with it, so that the first one behind an excerpt is the nearest.
  const placed = inOrder(
    others.filter(other => isPlaced(other, TURNS)),
    TEXT,
  );
  const starts = placed.map(TEXT.first);
  return excerpt => {
    if (!isPlaced(excerpt, TURNS)) return false;
    const last = TEXT.last(excerpt);
    const next = placed[firstWhere(starts, start => start > last)];
    return next !== undefined && TURNS.first(next) <= TURNS.last(excerpt) + turns;
  };
}
