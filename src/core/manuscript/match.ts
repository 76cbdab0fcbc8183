import type { Gap, Pattern, SaidToken, Segment } from './pattern.js';
import type { Said, SpokenToken } from './said.js';
import { isSameCased } from './tokens.js';

/** A place where a quotation stands word for word. */
export interface Match {
  readonly said: Said;
  /** Index of the first token of each segment. */
  readonly starts: readonly number[];
  /** How many words are left out between the segments; more where an elision leaves none out. */
  readonly leftOut: number;
}

/** Beyond it words are so common that where they are from cannot be said anyway. */
const MOST_PLACES = 2000;
/** Where an elision leaves nothing out it is as if it left out so many words: it stands somewhere else, if it can. */
const EMPTY = 100;
/** Of the chains before a place, all of which would do, the nearest are compared. */
const MOST_TRIED = 50;

/**
 * Where somebody said what a quotation claims: all its segments, each as it is, in their order, with no more missing in between than
 * its gaps allow. Of several ways to read the same place the closest is taken; the one that leaves out least comes first.
 */
export function matchesOf({ segments, gaps }: Pattern, said: Said): Match[] {
  const [first] = segments;
  if (first === undefined) return [];
  let chains: Chain[] = [];
  for (const [i, segment] of segments.entries()) {
    const gap = gaps[i] as Gap;
    const places = occurrences(segment, said);
    chains =
      i === 0
        ? places
            .filter(start => isAtEdge(said, gap, start, -1))
            .map(start => ({ start, end: start + segment.length, leftOut: 0 }))
        : places.flatMap(start => follow(said, chains, gap, start, segment.length));
    if (chains.length === 0) return [];
  }
  const last = gaps[segments.length] as Gap;
  const whole = chains.filter(({ end }) => isAtEdge(said, last, end, 1));
  return closest(whole.map(chain => ({ said, starts: startsOf(chain), leftOut: chain.leftOut })));
}

interface Chain {
  readonly start: number;
  readonly end: number;
  readonly leftOut: number;
  readonly before?: Chain;
}

/** Where a segment stands, as it is and without an interruption. */
export function occurrences(segment: Segment, said: Said): number[] {
  let rarest = 0;
  for (let i = 1; i < segment.length; i++)
    if (said.placesOf(textAt(segment, i)).length < said.placesOf(textAt(segment, rarest)).length) rarest = i;
  const found: number[] = [];
  for (const place of said.placesOf(textAt(segment, rarest))) {
    const start = place - rarest;
    const [first, last] = [said.tokens[start], said.tokens[start + segment.length - 1]];
    if (first === undefined || last === undefined || first.stretch !== last.stretch) continue;
    if (segment.every((token, i) => isSame(token, said.tokens[start + i] as SpokenToken))) found.push(start);
    if (found.length >= MOST_PLACES) break;
  }
  return found;
}

const textAt = (segment: Segment, i: number): string => (segment[i] as SaidToken).text;

/** Whether a word or mark of a quotation is what was said. */
export function isSame(token: SaidToken, said: Pick<SpokenToken, 'kind' | 'text'>): boolean {
  if (token.kind !== said.kind) return false;
  return token.text === said.text || (token.isFree && isSameCased(token.text, said.text));
}

/** The way on to a place from the chain before it that leaves out least. */
function follow(said: Said, chains: readonly Chain[], gap: Gap, start: number, length: number): Chain[] {
  let best: { chain: Chain; missing: number } | undefined;
  let tried = 0;
  for (let i = chains.length - 1; i >= 0 && tried < MOST_TRIED; i--) {
    const chain = chains[i] as Chain;
    if (chain.end > start) continue;
    const between = wordsBetween(said, chain.end, start);
    if (between > gap.max) break;
    if (!fits(said, gap, chain.end, start, between)) continue;
    tried++;
    const missing = chain.leftOut + between + (gap.isElision && between === 0 ? EMPTY : 0);
    if (best === undefined || missing < best.missing) best = { chain, missing };
  }
  return best === undefined ? [] : [{ start, end: start + length, leftOut: best.missing, before: best.chain }];
}

function fits(said: Said, gap: Gap, from: number, to: number, missing: number): boolean {
  if (missing < gap.min) return false;
  const isOneStretch = said.tokens[from - 1]?.stretch === said.tokens[to]?.stretch;
  return (gap.isElision || isOneStretch) && isWordOf(said, gap, from, to);
}

/** Whether the words that are missing begin and end as those of which a part is left: `help[ed]`. */
function isWordOf(said: Said, { begins, ends }: Gap, from: number, to: number): boolean {
  if (begins === undefined && ends === undefined) return true;
  const words = said.tokens.slice(from, to).filter(({ kind }) => kind === 'word');
  const isBegun = begins === undefined || words.some(({ text }) => text.toLowerCase().startsWith(begins.toLowerCase()));
  return isBegun && (ends === undefined || words.some(({ text }) => text.toLowerCase().endsWith(ends.toLowerCase())));
}

function wordsBetween(said: Said, from: number, to: number): number {
  const count = (index: number): number => said.tokens[index]?.before ?? (said.tokens.at(-1)?.before ?? 0) + 1;
  return count(to) - count(from);
}

/** Whether as many words stand before the first segment, or behind the last, as something at the edge takes the place of. */
function isAtEdge(said: Said, { min }: Gap, index: number, step: -1 | 1): boolean {
  const beside = said.tokens[step < 0 ? index : index - 1]?.stretch;
  let missing = min;
  for (let at = step < 0 ? index - 1 : index; missing > 0; at += step) {
    const token = said.tokens[at];
    if (token === undefined || token.stretch !== beside) return false;
    if (token.kind === 'word') missing--;
  }
  return true;
}

function startsOf(chain: Chain): number[] {
  const starts: number[] = [];
  for (let at: Chain | undefined = chain; at !== undefined; at = at.before) starts.push(at.start);
  return starts.reverse();
}

/** One for each place they begin at, the closest first. */
function closest(matches: readonly Match[]): Match[] {
  const byStart = new Map<number, Match>();
  for (const match of [...matches].sort((a, b) => a.leftOut - b.leftOut)) {
    const start = match.starts[0] as number;
    if (!byStart.has(start)) byStart.set(start, match);
  }
  return [...byStart.values()];
}
