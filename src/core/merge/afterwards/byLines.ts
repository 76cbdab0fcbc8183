import { framed } from '../frame.js';
import type { FileVersions } from '../merge.js';
import { regionsOf } from '../text/regions.js';

/** Beyond this many places nobody looks further how lines may have come together. */
const MOST_PLACES = 100_000;

/**
 * Whether a text is what putting two versions together line by line may give without a conflict. Where lines stand several times, or were moved, there
 * is more than one way to compare, and git may have gone another way than we do.
 */
export function isMergedByLines({ bases, ours, theirs }: FileVersions, made: string | undefined): boolean {
  const texts = [bases[0], ours, theirs, made];
  if (bases.length !== 1 || texts.includes(undefined)) return false;
  return stretches(texts.map(text => framed(text).lines)).every(isMerged);
}

type Lines = readonly string[];
/** One of each text: the base, ours, theirs, and what was made of them. */
type OfEach<T> = readonly T[];

/** Texts cut at lines that all of them have once, in the same order: there is one way only to compare these. */
function stretches(texts: OfEach<Lines>): OfEach<Lines>[] {
  const [base = [], ours = [], theirs = [], made = []] = texts;
  const once = texts.map(linesOnce);
  const found: OfEach<Lines>[] = [];
  let from = texts.map(() => 0);
  let at = from;
  const cut = (to: number[]): void => {
    found.push(texts.map((lines, i) => lines.slice(from[i], to[i])));
    from = to;
  };
  const regions = regionsOf([base, made], ours, theirs).map(region => {
    const [inBase, inMade] = region.bases;
    return [inBase, region.ours, region.theirs, inMade];
  });
  const ends = texts.map(({ length }) => length);
  for (const region of [...regions, ends.map(end => [end, end] as const)]) {
    const start = region.map(range => range?.[0] ?? 0);
    // Up to there all go on in step.
    for (let i = at[0] ?? 0; i < (start[0] ?? 0); i++, at = at.map(index => index + 1))
      if (once.every(lines => lines.has(base[i] ?? ''))) cut(at);
    at = region.map(range => range?.[1] ?? 0);
  }
  cut(ends);
  return found;
}

function linesOnce(lines: Lines): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count === 1).map(([line]) => line));
}

/** Whose change is being gone through; changes of two sides have a line between them that both left as it was. */
type Whose = 'nobody' | 'ours' | 'theirs' | 'both';

/** How far each text has been gone through. */
interface Place {
  readonly at: OfEach<number>;
  readonly whose: Whose;
}

/** Whether there is a way to go through all texts at once in which every line stays, or is one side's change. */
function isMerged(texts: OfEach<Lines>): boolean {
  const seen = new Set<string>();
  const open: Place[] = [{ at: texts.map(() => 0), whose: 'nobody' }];
  for (let place = open.pop(); place !== undefined && seen.size < MOST_PLACES; place = open.pop()) {
    const { at, whose } = place;
    const [base, ours, theirs, made] = texts.map((lines, i) => lines[at[i] as number]);
    if ([base, ours, theirs, made].every(line => line === undefined)) return true;
    const key = `${at} ${whose}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const go = (by: Whose, steps: OfEach<0 | 1>): void => {
      if (by === 'nobody' || whose === 'nobody' || by === whose)
        open.push({ at: at.map((index, i) => index + (steps[i] as number)), whose: by });
    };
    // What comes last is tried first.
    if (base !== undefined) {
      go('both', [1, 0, 0, 0]);
      if (base === theirs) go('ours', [1, 0, 1, 0]);
      if (base === ours) go('theirs', [1, 1, 0, 0]);
    }
    if (made !== undefined) {
      if (made === ours && made === theirs) go('both', [0, 1, 1, 1]);
      if (made === ours) go('ours', [0, 1, 0, 1]);
      if (made === theirs) go('theirs', [0, 0, 1, 1]);
      if ([base, ours, theirs].every(line => line === made)) go('nobody', [1, 1, 1, 1]);
    }
  }
  return false;
}
