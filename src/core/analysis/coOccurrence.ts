import { each, type Pieces, pieceOf } from '../pieces.js';
import { compareTexts } from '../text/compare.js';
import { sorted } from '../text/sorted.js';
import type { Span } from '../text/span.js';

/** How many passages, and meetings of them, are looked at in one go. */
const PIECE = 1000;

/** A stretch of one transcript that carries a code, and who speaks in it. */
export interface Coded {
  readonly code: string;
  /** In code points, or in turns; the same in all, and not empty. */
  readonly span: Span;
  readonly participants: readonly string[];
}

/** Two codes that meet somewhere: they stand on the same words, in the same turn, or near each other. */
export interface CoOccurrence {
  /** The two codes, in the order of their ids. */
  readonly a: string;
  readonly b: string;
  /** How many times a passage of one meets a passage of the other. */
  readonly passages: number;
  /** Who speaks in both passages of any such pair; sorted. */
  readonly participants: readonly string[];
}

/** The passages of one code, those that overlap each other counted as one. */
export interface CodePassages {
  readonly passages: number;
  /** Who speaks in them; sorted. */
  readonly participants: readonly string[];
}

/** Where codes meet, and how often each is there at all. */
export interface Meetings {
  /** In any order. */
  readonly pairs: readonly CoOccurrence[];
  readonly codes: ReadonlyMap<string, CodePassages>;
}

/**
 * Finds the codes that meet. Passages of one code that overlap each other, those of two coders for instance, count as
 * one: what is counted is where in the text two codes meet, not how many people coded it.
 *
 * Sweeps each transcript once from start to end: what it costs grows with the codings and the meetings there are.
 * @param transcripts the coded stretches, one list a transcript
 * @param reach how much farther apart than overlapping two stretches may be: 1 lets in those that touch
 */
export function* meetingsOf(transcripts: Iterable<readonly Coded[]>, reach = 0): Pieces<Meetings> {
  const numbers = new Map<string, number>();
  const numberOf = (code: string): number => {
    const number = numbers.get(code) ?? numbers.size;
    numbers.set(code, number);
    return number;
  };
  const alone = new Map<number, Tally>();
  const pairs = new Map<number, Tally>();
  const isPiece = pieceOf(PIECE);
  for (const coded of transcripts) {
    const active: Passage[] = [];
    for (const passage of passagesOf(coded, numberOf)) {
      addTo(alone, passage.code).add(passage.participants);
      if (isPiece()) yield;
      let kept = 0;
      for (const other of active) {
        if (other.end + reach <= passage.start) continue;
        active[kept++] = other;
        if (other.code !== passage.code) addTo(pairs, pairKey(other.code, passage.code)).addShared(other, passage);
        if (isPiece()) yield;
      }
      active.length = kept;
      active.push(passage);
    }
  }
  const codes = [...numbers.keys()];
  const found: CoOccurrence[] = [];
  yield* each(pairs, PIECE, ([key, tally]) => {
    const [x, y] = [codes[Math.floor(key / MOST_CODES)], codes[key % MOST_CODES]] as [string, string];
    const [a, b] = x < y ? [x, y] : [y, x];
    found.push({ a, b, ...tally.figures() });
  });
  return {
    pairs: found,
    codes: new Map([...alone].map(([number, tally]) => [codes[number] as string, tally.figures()])),
  };
}

/** The codes that overlap, the most frequent pair first, then by id; see `meetingsOf`. */
export function* coOccurrences(transcripts: Iterable<readonly Coded[]>): Pieces<readonly CoOccurrence[]> {
  const { pairs } = yield* meetingsOf(transcripts);
  return yield* sorted(pairs, (x, y) => y.passages - x.passages || compareTexts(x.a, y.a) || compareTexts(x.b, y.b));
}

/** More than any codebook has; a pair is one number. */
const MOST_CODES = 1 << 24;

function pairKey(a: number, b: number): number {
  return Math.min(a, b) * MOST_CODES + Math.max(a, b);
}

/** How often something is there, and who speaks in it. */
class Tally {
  private passages = 0;
  private readonly participants = new Set<string>();

  add(participants: readonly string[]): void {
    this.passages++;
    for (const person of participants) this.participants.add(person);
  }

  addShared(a: Passage, b: Passage): void {
    this.passages++;
    for (const person of a.participants) if (b.participants.includes(person)) this.participants.add(person);
  }

  figures(): CodePassages {
    return { passages: this.passages, participants: [...this.participants].sort(compareTexts) };
  }
}

function addTo(tallies: Map<number, Tally>, key: number): Tally {
  let tally = tallies.get(key);
  if (tally === undefined) {
    tally = new Tally();
    tallies.set(key, tally);
  }
  return tally;
}

/** Codings of one code that overlap, taken together. */
interface Passage {
  readonly code: number;
  readonly start: number;
  end: number;
  participants: readonly string[];
}

/** The passages of a transcript by their start; no two of one code overlap. */
function passagesOf(coded: readonly Coded[], numberOf: (code: string) => number): Passage[] {
  const passages: Passage[] = [];
  const last = new Map<number, Passage>();
  const sorted = [...coded].sort((x, y) => x.span.start - y.span.start);
  for (const { code, span, participants } of sorted) {
    const number = numberOf(code);
    const before = last.get(number);
    if (before !== undefined && span.start < before.end) {
      before.end = Math.max(before.end, span.end);
      const others = participants.filter(person => !before.participants.includes(person));
      if (others.length > 0) before.participants = [...before.participants, ...others];
      continue;
    }
    const passage = { code: number, start: span.start, end: span.end, participants };
    last.set(number, passage);
    passages.push(passage);
  }
  return passages;
}
