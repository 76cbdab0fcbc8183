import { UNSPACED } from '../transcript/words.js';
import { CASED, DASH, QUOTE_MARK } from './marks.js';

/** A word or mark as it is compared. */
export interface Token {
  /** A `word`; punctuation (`mark`); a dash or quotation mark of any shape; what is neither, such as `%`. */
  readonly kind: 'word' | 'mark' | 'dash' | 'quote' | 'other';
  /** What two spellings of the same have in common: accents composed, one kind of apostrophe, hyphen, dash and quotation mark. */
  readonly text: string;
  /** Where it is in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Its first letter is in brackets, so it may be large or small. */
  readonly isCased?: true;
}

const LETTERS = String.raw`(?:(?!${UNSPACED.source})[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d])`;
const TOKEN = new RegExp(
  [
    `(?<unspaced>${UNSPACED.source})`,
    `(?<word>(?:${CASED.source})?${LETTERS}+(?:['’\u2010\u2011-]${LETTERS}+)*)`,
    `(?<dash>${DASH.source})`,
    `(?<quote>${QUOTE_MARK.source})`,
    `(?<mark>[.,;:!?…。、，；：！？])`,
    String.raw`(?<other>[^\s\p{Cf}])`,
  ].join('|'),
  'gu',
);

/** The words and marks of a text, in order. White space, and what is not seen, is none. */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map(({ 0: written, index, groups = {} }) => {
    const [start, end] = [index, index + written.length];
    if (groups.dash !== undefined) return { kind: 'dash', text: '-', start, end };
    if (groups.quote !== undefined) return { kind: 'quote', text: '"', start, end };
    if (groups.mark !== undefined) return { kind: 'mark', text: written, start, end };
    if (groups.other !== undefined) return { kind: 'other', text: written, start, end };
    const isCased = written.startsWith('[');
    return { kind: 'word', text: wordOf(written), start, end, ...(isCased ? { isCased } : {}) };
  });
}

const wordOf = (written: string): string =>
  written
    .normalize('NFC')
    .replace(/[[\]\u00ad\u200b-\u200d]/g, '')
    .replace(/[’ʼ]/g, "'")
    .replace(/[\u2010\u2011]/g, '-');

/** Whether two words are the same but for their first letter, which may be large or small. */
export function isSameCased(a: string, b: string): boolean {
  return a === b || uncased(a) === uncased(b);
}

/** A word with its first letter small. */
export function uncased(word: string): string {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0x20);
  return first.toLowerCase() + word.slice(first.length);
}
