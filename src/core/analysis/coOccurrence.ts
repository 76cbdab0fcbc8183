import { compareTexts } from '../text/compare.js';
import type { Span } from '../text/span.js';

/** A stretch of one transcript that carries a code, and who speaks in it. */
export interface Coded {
  readonly code: string;
  /** In code points; not empty. */
  readonly span: Span;
  readonly participants: readonly string[];
}

/** Two codes that stand on the same words somewhere. */
export interface CoOccurrence {
  /** The two codes, in the order of their ids. */
  readonly a: string;
  readonly b: string;
  /** How many times a passage of one overlaps a passage of the other. */
  readonly passages: number;
  /** Who speaks in both passages of any such pair; sorted. */
  readonly participants: readonly string[];
}

/**
 * Finds the codes that overlap. Passages of one code that overlap each other, those of two coders for instance, count as
 * one: what is counted is where in the text two codes meet, not how many people coded it.
 *
 * Sweeps each transcript once from start to end: what it costs grows with the codings and the overlaps there are.
 * @param transcripts the coded stretches, one list a transcript
 * @returns the most frequent pair first, then by id
 */
export function coOccurrences(transcripts: Iterable<readonly Coded[]>): CoOccurrence[] {
  const pairs = new Map<string, Map<string, { passages: number; participants: Set<string> }>>();
  for (const coded of transcripts) {
    let active: Passage[] = [];
    for (const passage of passagesOf(coded)) {
      active = active.filter(({ end }) => end > passage.start);
      for (const other of active) meet(pairs, passage, other);
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
