import { compareTexts } from '../text/compare.js';
import type { Span } from '../text/span.js';

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

/**
 * Finds the codes that meet. Passages of one code that overlap each other, those of two coders for instance, count as
 * one: what is counted is where in the text two codes meet, not how many people coded it.
 *
 * Sweeps each transcript once from start to end: what it costs grows with the codings and the meetings there are.
 * @param transcripts the coded stretches, one list a transcript
 * @param reach how much farther apart than overlapping two stretches may be: 1 lets in those that touch
 * @returns the most frequent pair first, then by id
 */
export function coOccurrences(transcripts: Iterable<readonly Coded[]>, reach = 0): CoOccurrence[] {
  const pairs = new Map<string, Map<string, { passages: number; participants: Set<string> }>>();
  for (const coded of transcripts) {
    let active: Passage[] = [];
    for (const passage of passagesOf(coded)) {
      active = active.filter(({ end }) => end + reach > passage.start);
      for (const other of active) if (other.code !== passage.code) meet(pairs, passage, other);
      active.push(passage);
    }
  }
  return [...pairs]
    .flatMap(([a, row]) =>
      [...row].map(([b, { passages, participants }]) => ({
        a,
        b,
        passages,
        participants: [...participants].sort(compareTexts),
      })),
    )
    .sort((x, y) => y.passages - x.passages || compareTexts(x.a, y.a) || compareTexts(x.b, y.b));
}

/** Counts the passages of each code, as `coOccurrences` does. */
export function codePassages(transcripts: Iterable<readonly Coded[]>): Map<string, CodePassages> {
  const found = new Map<string, { passages: number; participants: Set<string> }>();
  for (const coded of transcripts) {
    for (const { code, participants } of passagesOf(coded)) {
      const count = found.get(code) ?? { passages: 0, participants: new Set<string>() };
      found.set(code, count);
      count.passages++;
      for (const person of participants) count.participants.add(person);
    }
  }
  return new Map(
    [...found].map(([code, { passages, participants }]) => [
      code,
      { passages, participants: [...participants].sort(compareTexts) },
    ]),
  );
}

/** Codings of one code that overlap, taken together. */
interface Passage {
  readonly code: string;
  readonly start: number;
  end: number;
  readonly participants: Set<string>;
}

/** The passages of a transcript by their start; no two of one code overlap. */
function passagesOf(coded: readonly Coded[]): Passage[] {
  const passages: Passage[] = [];
  const last = new Map<string, Passage>();
  const sorted = [...coded].sort((x, y) => x.span.start - y.span.start || compareTexts(x.code, y.code));
  for (const { code, span, participants } of sorted) {
    const before = last.get(code);
    if (before !== undefined && span.start < before.end) {
      before.end = Math.max(before.end, span.end);
      for (const person of participants) before.participants.add(person);
      continue;
    }
    const passage = { code, start: span.start, end: span.end, participants: new Set(participants) };
    last.set(code, passage);
    passages.push(passage);
  }
  return passages;
}

function meet(
  pairs: Map<string, Map<string, { passages: number; participants: Set<string> }>>,
  x: Passage,
  y: Passage,
): void {
  const [a, b] = x.code < y.code ? [x.code, y.code] : [y.code, x.code];
  const row = pairs.get(a) ?? new Map<string, { passages: number; participants: Set<string> }>();
  pairs.set(a, row);
  const pair = row.get(b) ?? { passages: 0, participants: new Set<string>() };
  row.set(b, pair);
  pair.passages++;
  for (const person of x.participants) if (y.participants.has(person)) pair.participants.add(person);
}
