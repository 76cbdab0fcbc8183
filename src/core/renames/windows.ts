/**
 * What a text says, as a set: every stretch of letters and digits of one length. Layout, punctuation, letter case and marks
 * of Markdown count for nothing, and an edit spoils only the few stretches it touches. Scripts without spaces do as well.
 */
export type Windows = ReadonlySet<number>;

/** Letters and digits in a stretch, in UTF-16 units: more than a word that every interview has. */
const LENGTH = 8;
/** How much of a text is looked at, in UTF-16 units; a session of three hours has a third of it. */
const MOST_TEXT = 600_000;
const FACTOR = 0x01000193;

/** The stretches of a text. */
export function windowsOf(text: string): Windows {
  const windows = new Set<number>();
  const letters = lettersOf(text.slice(0, MOST_TEXT));
  // A hash that is rolled on letter by letter: what goes out at the back is taken off at its power.
  let power = 1;
  for (let i = 0; i < LENGTH; i++) power = Math.imul(power, FACTOR);
  let hash = 0;
  for (let i = 0; i < letters.length; i++) {
    hash = Math.imul(hash, FACTOR) + letters.charCodeAt(i);
    if (i >= LENGTH) hash -= Math.imul(power, letters.charCodeAt(i - LENGTH));
    hash |= 0;
    if (i >= LENGTH - 1) windows.add(hash);
  }
  return windows;
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** One in so many stretches, the same ones of every text: enough to compare whole texts. */
const SAMPLED = 8;

/** The stretches by which whole texts are compared. */
export function sampleOf(windows: Windows): Windows {
  const sample = new Set<number>();
  for (const one of windows) if ((one >>> 16) % SAMPLED === 0) sample.add(one);
  return sample;
}

/** How many of some stretches are among others. */
export function countIn(some: Windows, all: Windows): number {
  let count = 0;
  for (const one of some) if (all.has(one)) count++;
  return count;
}

/** How much of two texts is in both, from 0 to 1. */
export function likeness(a: Windows, b: Windows): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  return few.size === 0 ? 0 : (2 * countIn(few, many)) / (a.size + b.size);
}
