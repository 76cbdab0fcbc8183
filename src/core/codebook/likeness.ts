/**
 * How alike two names are, for finding what was named twice: words without letter case, accents, punctuation and plural.
 */

/** Accents of Latin, Greek and Cyrillic letters; the marks of other scripts are letters of their own. */
const ACCENTS = /[\u0300-\u036f]/g;

/** Most names are nothing else; they are compared faster. */
const ASCII = /^[\0-\x7f]*$/;

/** The words of a name as they are compared: “Peers’ Stories” and “peer story” have the same. */
export function wordsOfName(name: string): string[] {
  if (ASCII.test(name)) {
    const plain = name.toLowerCase().replace(/['`]/g, '');
    return plain.match(/[a-z0-9]+/g)?.map(singular) ?? [plain.trim()];
  }
  const folded = name.normalize('NFKD').replace(ACCENTS, '').toLowerCase().replace(/['’`]/g, '').replaceAll('ß', 'ss');
  const words = folded.match(/[\p{L}\p{M}\p{N}]+/gu)?.map(singular);
  return words ?? [folded.trim()];
}

/** A name as it is compared with others. */
export interface ComparedName {
  /** Its words as they stand. */
  readonly spaced: string;
  /** Its words without the spaces between them: names of which this is the same are the same. */
  readonly joined: string;
}

/** Prepares a name for being compared. */
export function comparedName(name: string): ComparedName {
  const words = wordsOfName(name);
  return { spaced: words.join(' '), joined: words.join('') };
}

/** The words of a compared name in alphabetical order: names of which this is the same are the same as well. */
export const sortedWords = ({ spaced }: ComparedName): string => spaced.split(' ').sort().join(' ');

/** Shorter names are too often alike by chance: “hope” and “home”. Letters. */
export const LONG_NAME = 8;

function singular(word: string): string {
  if (!word.endsWith('s') || !/[a-z]{3}s$/.test(word) || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /(?:ch|sh|ss|x|z)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

/**
 * Whether two different texts are one slip of the keyboard apart: a letter too many, too few, another or two in the wrong
 * order. A digit or the first letter of a word makes a difference that is meant: `round 1`, `typical` and `atypical`.
 */
export function isSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end++;
  const differing = [short.slice(start, short.length - end), long.slice(start, long.length - end)] as const;
  const first = start === 0 || short[start - 1] === ' ';
  return !first && isOneSlip(...differing) && /^\p{L}*$/u.test(differing.join(''));
}

function isOneSlip(a: string, b: string): boolean {
  if (b.length === 1) return a.length <= 1;
  return a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0];
}

const FACTOR = 0x01000193;

/**
 * Numbers for a text and for it without each of its letters. Two texts that are one slip apart share one of them; what
 * shares one has to be compared, as numbers may agree by chance.
 */
export function slipHashes(text: string): Set<number> {
  const { length } = text;
  const ahead = new Int32Array(length + 1);
  for (let i = 0; i < length; i++) ahead[i + 1] = Math.imul(ahead[i] as number, FACTOR) + text.charCodeAt(i) + 1;
  const all = ahead[length] as number;
  const hashes = new Set([tagged(all, length)]);
  // From the end: FACTOR to the power of how many letters stand behind the one that is left out.
  let power = 1;
  for (let i = length - 1; i >= 0; i--) {
    const behind = (all - Math.imul(ahead[i + 1] as number, power)) | 0;
    hashes.add(tagged((Math.imul(ahead[i] as number, power) + behind) | 0, length - 1));
    power = Math.imul(power, FACTOR);
  }
  return hashes;
}

/** The hash with the length of the text, as one whole number. */
function tagged(hash: number, length: number): number {
  return (hash >>> 0) * 1024 + (length % 1024);
}
