import { atOnce, type Pieces } from '../pieces.js';

/**
 * A text as the words it is made of, for comparing. Whatever is no word is passed over: white space however it is wrapped,
 * punctuation and quotation marks of every kind, Markdown marks and escapes. So none of these can come between a coding and
 * its passage.
 */
export interface Words {
  readonly text: string;
  /** Number of each word in the vocabulary: the same for words that are the same but for case and Unicode form. */
  readonly keys: Int32Array;
  /** Where each word starts in the text, in UTF-16 units. */
  readonly starts: Int32Array;
  /** Where it ends (exclusive). */
  readonly ends: Int32Array;
}

/** Scripts that put no spaces between words: every character counts as one. */
const UNSPACED = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}';
/** Characters that are in words without showing: soft hyphens, joiners, spaces of no width. */
const UNSEEN = '\\u00ad\\u200b-\\u200d\\u2060';
const LETTER = `[[\\p{L}\\p{M}\\p{N}${UNSEEN}]--[${UNSPACED}]]`;
/** Entities that stand for spaces and punctuation. */
const ENTITY = '&(?:nbsp|#160|ensp|emsp|thinsp|hellip|[nm]dash|[lr][sd]quo|quot|apos|#39|amp|lt|gt|shy);';
const WORD = new RegExp(
  `(${ENTITY})|[${UNSPACED}]\\p{M}*|${LETTER}+(?:['’ʼ]${LETTER}+)*|\\p{Extended_Pictographic}`,
  'gv',
);
const INVISIBLE = new RegExp(`[${UNSEEN}]`, 'gu');
const ASCII = /^[\x20-\x7e]*$/;
/** A word that is longer is cut: only text made to be hostile has such. UTF-16 units. */
const LONGEST = 48;
/** So many words are found in one piece of work. */
const IN_A_PIECE = 500;

/** Numbers words. One vocabulary serves all texts that are compared with each other. */
export class Vocabulary {
  private readonly numbers = new Map<string, number>();
  private readonly spelt: string[] = [];

  /** The number of a word as it is written. */
  number(word: string): number {
    const folded = foldWord(word);
    let number = this.numbers.get(folded);
    if (number === undefined) {
      number = this.spelt.length;
      this.numbers.set(folded, number);
      this.spelt.push(folded);
    }
    return number;
  }

  /** The word a number stands for, folded. */
  word(number: number): string {
    return this.spelt[number] ?? '';
  }

  /** How many words there are. */
  get size(): number {
    return this.spelt.length;
  }
}

/** A word as it is compared: case, Unicode form, the shape of an apostrophe and what cannot be seen make no difference. */
const foldWord = (word: string): string => foldForm(word).toLowerCase();

/** A word whose Unicode form, apostrophes and what cannot be seen make no difference; its case does. */
export function foldForm(word: string): string {
  return ASCII.test(word) ? word : word.normalize('NFKC').replace(INVISIBLE, '').replace(/[’ʼ]/g, "'");
}

/**
 * Finds the words of a text: no byte order mark, line ends LF.
 * @param isLeftOut tells which stretches (UTF-16 units) are not to count; asked from the beginning of the text to its end
 */
export function wordsOf(
  text: string,
  vocabulary: Vocabulary,
  isLeftOut?: (start: number, end: number) => boolean,
): Words {
  return atOnce(wordsInPieces(text, vocabulary, isLeftOut));
}

/** As `wordsOf`, for a text that may be long. */
export function* wordsInPieces(
  text: string,
  vocabulary: Vocabulary,
  isLeftOut: (start: number, end: number) => boolean = () => false,
): Pieces<Words> {
  const keys: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of text.matchAll(WORD)) {
    const end = match.index + match[0].length;
    if (match[1] !== undefined || isLeftOut(match.index, end)) continue;
    for (let start = match.index; start < end; start += LONGEST) {
      const stop = Math.min(end, start + LONGEST);
      keys.push(vocabulary.number(text.slice(start, stop)));
      starts.push(start);
      ends.push(stop);
      if (keys.length % IN_A_PIECE === 0) yield;
    }
  }
  return { text, keys: Int32Array.from(keys), starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

/** Index of the first word that ends behind a position (UTF-16 units). */
export function wordFrom({ ends }: Words, position: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((ends[mid] as number) <= position) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** How much each word of a vocabulary tells, in bits: those that are rare in some texts tell more. */
export function weightsOf(vocabulary: Vocabulary, texts: readonly Words[]): Float32Array {
  const counts = new Float32Array(vocabulary.size);
  let total = 0;
  for (const { keys } of texts) {
    for (const key of keys) counts[key] = (counts[key] as number) + 1;
    total += keys.length;
  }
  return counts.map(count => Math.max(1, Math.log2((total + 1) / Math.max(count, texts.length))));
}
