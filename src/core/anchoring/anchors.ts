import { type Anchored, CONTEXT_LENGTH } from '../coding/coding.js';
import { atOnce, type Pieces } from '../pieces.js';
import { CodePoints, codePointLength } from '../text/codePoints.js';
import { overlaps, type Span } from '../text/span.js';
import { LikeWords } from './likeWords.js';
import { literalFinds } from './literal.js';
import type { Candidate, Resolution } from './resolution.js';
import { type Find, passageIn, Search, scoreOf, WHOLE } from './search.js';
import { VersionMap } from './versionMap.js';
import { versionWords } from './versionWords.js';
import { saysTheSame } from './wording.js';
import { Vocabulary, type Words, wordsInPieces, wordsOf } from './words.js';

/** A passage's words must be there to such a share for its place to be certain; below the second it is gone. */
const CERTAIN = 0.28;
const GONE = 0.25;
/** Words that tell so many bits do not stand in a text twice by chance. */
const TELLING = 50;
/** How many finds are weighed against each other. */
const MOST_FINDS = 24;
const SPEAKS = 0.3;
/** Neighbours of which so much is there are as they were. */
const INTACT = 0.95;
/** Where less of it stands anywhere, a quote is gone. */
const MOST = 0.7;

/** An older version of the text, and where its passages are by now. */
interface Known {
  readonly points: CodePoints;
  readonly map: VersionMap;
}

/** Finds codings and notes again in one text of a transcript. */
export class Anchors {
  private readonly vocabulary = new Vocabulary();
  private readonly like = new LikeWords(this.vocabulary);
  private readonly maps = new Map<string, Known>();
  /** Where those records are that are not where they were, and whether their version was at hand when that was found out. */
  private readonly found = new WeakMap<Anchored, { readonly hadVersion: boolean; readonly resolution: Resolution }>();
  private words: Words | undefined;
  private searching: Search | undefined;

  /**
   * @param now today's text: no byte order mark, line ends LF
   * @param base first 12 hex digits of its git blob id, where that is known
   * @param versions older versions of the text, in the same form, by the first 12 hex digits of their blob ids
   */
  constructor(
    readonly now: CodePoints,
    readonly base: string | undefined,
    private readonly versions: ReadonlyMap<string, string> = new Map(),
  ) {}

  /** Whether an older version helps to place a record: it was made on another one, and something changed where it is. */
  wantsVersion(record: Anchored): boolean {
    const isClear = hasNeighbours(record) && isUntouched(record, this.now);
    return record.base !== undefined && record.base !== this.base && !isClear;
  }

  /** Finds out where records are, in pieces, so that `resolve` need only say so afterwards. */
  *prepare(records: Iterable<Anchored>): Pieces<void> {
    for (const record of records) {
      if (this.isAsItWas(record)) continue;
      yield* this.placeOf(record);
      yield;
    }
  }

  /** Where a record is. */
  resolve(record: Anchored): Resolution {
    if (this.isAsItWas(record)) return { outcome: 'exact', span: spanOf(record), candidates: [] };
    return atOnce(this.placeOf(record));
  }

  /** Where a record is that is not where it was, unless that is known. */
  private *placeOf(record: Anchored): Pieces<Resolution> {
    const hadVersion = this.versions.has(record.base ?? '');
    const known = this.found.get(record);
    if (known?.hadVersion === hadVersion) return known.resolution;
    const resolution = yield* this.find(record);
    this.found.set(record, { hadVersion, resolution });
    return resolution;
  }

  private isAsItWas(record: Anchored): boolean {
    const isClear = hasNeighbours(record) || !this.versions.has(record.base ?? '');
    return isClear && isUntouched(record, this.now);
  }

  private *find(record: Anchored): Pieces<Resolution> {
    if (record.base !== undefined && record.base === this.base) {
      // It was made on this very text. After a refresh its quote may be older than its place.
      const isThere = hasQuote(record, this.now) || hasContext(record, this.now);
      if (isThere) return yield* this.placed(record, spanOf(record));
    }
    return (yield* this.fromVersion(record)) ?? (yield* this.bySearch(record));
  }

  /** Carries a record over from the version it was made on; undefined where that version or the record does not allow it. */
  private *fromVersion(record: Anchored): Pieces<Resolution | undefined> {
    const version = record.base === undefined ? undefined : yield* this.readVersion(record.base);
    if (version === undefined || record.at[0] === record.at[1]) return undefined;
    const { points, map } = version;
    const isHere = hasQuote(record, points) || hasContext(record, points);
    if (!isHere) return undefined;
    const old = { start: points.toUtf16(record.at[0]), end: points.toUtf16(record.at[1]) };
    const placement = map.place(old.start, old.end);
    if (placement === undefined) return undefined;
    const [best] = placement.pieces;
    if (placement.isCertain && best !== undefined && best.share >= CERTAIN) {
      // With the version at hand it is known what is a label in it. After a refresh the quote may be older than that.
      const says = hasQuote(record, points) && map.saysTheSame(old, best);
      return says ? this.same(record, this.spanOf(best)) : yield* this.placed(record, this.spanOf(best));
    }
    const pieces = placement.pieces.map(piece => ({ ...this.spanOf(piece), score: piece.share }));
    const isGone = best === undefined || best.share < GONE;
    const others = (yield* this.suggestions(record)).filter(find => !pieces.some(piece => overlaps(piece, find)));
    return {
      outcome: isGone ? 'orphan' : 'ambiguous',
      candidates: [...(isGone ? [] : pieces), ...others, ...(isGone ? pieces : [])],
    };
  }

  private *readVersion(base: string): Pieces<Known | undefined> {
    const text = this.versions.get(base);
    const known = this.maps.get(base);
    if (text === undefined || known !== undefined) return known;
    const then = yield* versionWords(text, this.vocabulary);
    const now = yield* this.readNow();
    const map = yield* VersionMap.of(then, now, this.vocabulary, this.like);
    const made = { points: new CodePoints(text), map };
    this.maps.set(base, made);
    return made;
  }

  /** Without the version: by the words and what stands around them, and only where nothing else comes near. */
  private *bySearch(record: Anchored): Pieces<Resolution> {
    const finds = yield* this.finds(record);
    const [best, next] = finds;
    if (best === undefined) return { outcome: 'orphan', candidates: [] };
    if (isCertain(record, best, next, finds, this.now)) return yield* this.placed(record, this.spanOf(best));
    const candidates = finds
      .filter(find => scoreOf(find) >= GONE && find.quote >= best.quote / 2)
      .map(find => this.candidate(find));
    const isGone = finds.every(({ quote }) => quote < MOST);
    return { outcome: isGone ? 'orphan' : 'ambiguous', candidates };
  }

  private *suggestions(record: Anchored): Pieces<Candidate[]> {
    return (yield* this.finds(record)).filter(find => scoreOf(find) >= GONE).map(find => this.candidate(find));
  }

  private *finds(record: Anchored): Pieces<Find[]> {
    // Labels and times are left in: in the few words that a record knows of its surroundings they tell much.
    this.searching ??= new Search(yield* wordsInPieces(this.now.text, this.vocabulary), this.vocabulary, this.like);
    const finds = yield* this.searching.find(record);
    if (finds.length === 0) return literalFinds(record, this.now.text).slice(0, MOST_FINDS);
    const isAt = (one: Find, places: readonly Find[]): boolean => places.some(place => overlaps(one, place));
    const whole = finds.filter(({ quote }) => quote > WHOLE);
    // What stands inside other words, or cuts them, counts only where something speaks for it.
    const literal = literalFinds(record, this.now.text).filter(
      find =>
        !whole.some(({ start }) => start === find.start) && (isAt(find, finds) || find.before + find.behind >= SPEAKS),
    );
    const others = finds.filter(find => whole.includes(find) || !isAt(find, literal));
    return [...others, ...literal].sort((a, b) => scoreOf(b) - scoreOf(a)).slice(0, MOST_FINDS);
  }

  private *readNow(): Pieces<Words> {
    this.words ??= yield* versionWords(this.now.text, this.vocabulary);
    return this.words;
  }

  private *placed(record: Anchored, span: Span): Pieces<Resolution> {
    const isSame = yield* this.isQuoteAt(record, span);
    return isSame ? this.same(record, span) : { outcome: 'changed', span, candidates: [] };
  }

  private same(record: Anchored, span: Span): Resolution {
    const stays = span.start === record.at[0] && span.end === record.at[1];
    return { outcome: stays ? 'exact' : 'relocated', span, candidates: [] };
  }

  private *isQuoteAt({ quote }: Anchored, span: Span): Pieces<boolean> {
    if (this.now.slice(span.start, span.end) === quote) return true;
    const then = wordsOf(quote, this.vocabulary);
    const now = yield* this.readNow();
    const passage = passageIn(now, this.now.toUtf16(span.start), this.now.toUtf16(span.end));
    if (passage === undefined || then.keys.length === 0) return false;
    const old = { words: then, first: 0, last: then.keys.length - 1 };
    return saysTheSame(old, { words: now, first: passage.first, last: passage.last });
  }

  private candidate(find: Find): Candidate {
    return { ...this.spanOf(find), score: Math.round(scoreOf(find) * 100) / 100 };
  }

  private spanOf({ start, end }: Span): Span {
    return { start: this.now.fromUtf16(start), end: this.now.fromUtf16(end) };
  }
}

/**
 * Whether a find is the place beyond doubt: its words are there, and so much of its old neighbours that no other find comes
 * near it.
 */
function isCertain(
  record: Anchored,
  best: Find,
  next: Find | undefined,
  finds: readonly Find[],
  now: CodePoints,
): boolean {
  const whole = finds.filter(({ quote }) => quote > WHOLE);
  const isWhole = best.quote > WHOLE;
  // Where the words stand in more places than can be looked at, nothing is certain.
  if (isWhole && best.isOneOfMany) return false;
  if (isWhole && whole.length === 1 && best.start === now.toUtf16(record.at[0])) return true;
  // An edit beside a passage spares the neighbours on one side at least, so any place that has these may be it.
  const isSpared = ({ before, behind }: Find): boolean => Math.max(before, behind) > INTACT;
  if (whole.some(find => find !== best && isSpared(find))) return false;
  const around = ({ before, behind }: Find): number => before + behind;
  const others = Math.max(0, ...finds.filter(find => find !== best).map(find => find.quote * around(find)));
  if (isWhole && whole.length === 1 && best.tells >= TELLING) return around(best) >= 0.4 && others <= 0.6;
  if (isWhole) return around(best) >= (whole.length === 1 ? 0.75 : 1.1) && around(best) - others >= 0.3;
  if (!best.isSound) return false;
  const isTelling = best.quote >= 0.8 && best.quote * best.tells >= 2 * TELLING;
  if (isTelling && finds.every(find => find === best || find.quote < 0.6)) return around(best) >= 0.3;
  const margin = scoreOf(best) - (next === undefined ? 0 : scoreOf(next));
  return best.quote >= 0.6 && around(best) >= 1.1 && margin >= 0.2;
}

function spanOf({ at }: Anchored): Span {
  return { start: at[0], end: at[1] };
}

/** Whether the quote stands at its place. */
function hasQuote({ at, quote }: Anchored, points: CodePoints): boolean {
  const from = points.toUtf16(at[0]);
  return points.text.startsWith(quote, from) && from + quote.length === points.toUtf16(at[1]);
}

/** Whether what stood around the quote stands around its place. */
function hasContext({ at, context }: Anchored, points: CodePoints): boolean {
  if (context === undefined || at[1] > points.length || at[0] >= at[1]) return false;
  const [before, behind] = context;
  const [from, to] = [points.toUtf16(at[0]), points.toUtf16(at[1])];
  const isLeft =
    points.text.endsWith(before, from) && (codePointLength(before) >= CONTEXT_LENGTH || from === before.length);
  const isRight =
    points.text.startsWith(behind, to) &&
    (codePointLength(behind) >= CONTEXT_LENGTH || to + behind.length === points.text.length);
  return isLeft && isRight;
}

/** Whether a record says what stood around its words; other programs may leave that out, or empty. */
function hasNeighbours({ context }: Anchored): boolean {
  return context?.some(side => side !== '') ?? false;
}

/**
 * Whether nothing happened to a record: its words stand where they stood, among the same neighbours. Of one whose neighbours
 * nobody noted the place is all that is known.
 */
function isUntouched(record: Anchored, now: CodePoints): boolean {
  return hasQuote(record, now) && (!hasNeighbours(record) || hasContext(record, now));
}
