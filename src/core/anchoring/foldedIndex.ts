import { type Folded, foldText, unfold } from '../text/foldText.js';
import type { Span } from '../text/span.js';

/** What is looked for in texts, folded once. */
export interface Sought {
  readonly folded: string;
  /** Words that stand whole in it, each once: those at its ends may be the rest of longer ones. */
  readonly words: readonly string[];
}

/** A quote that occurs more often than this is nobody's to place. */
const MOST_PLACES = 50;
const WORD = /[\p{L}\p{N}]+/gu;

/** Makes ready to look for a quote. */
export function soughtOf(quote: string): Sought {
  const folded = foldText(quote).text.trim();
  const matches = [...folded.matchAll(WORD)];
  const inner = matches.filter(({ index, 0: word }) => index > 0 && index + word.length < folded.length);
  return { folded, words: [...new Set(inner.map(([word]) => word))] };
}

/**
 * A text in which many quotes are looked for. A text that misses one of a quote's words cannot hold the quote, and where the
 * rarest of them stands it is looked at alone: what looking costs grows with the text and the quotes, not with both at once.
 */
export class FoldedIndex {
  private readonly folded: Folded;
  private readonly places = new Map<string, number[]>();

  /** @param text in which white space, marks, letter case, accents and the shape of quotation marks do not matter */
  constructor(text: string) {
    this.folded = foldText(text);
    for (const { 0: word, index } of this.folded.text.matchAll(WORD)) {
      const list = this.places.get(word);
      if (list === undefined) this.places.set(word, [index]);
      else list.push(index);
    }
  }

  /** Where a quote stands: UTF-16 units of the text, in order, at most fifty places. */
  find({ folded, words }: Sought): Span[] {
    if (folded === '') return [];
    const found: Span[] = [];
    for (const start of this.starts(folded, words)) {
      if (found.length === MOST_PLACES) break;
      if (start >= 0 && this.folded.text.startsWith(folded, start))
        found.push(unfold(this.folded, start, start + folded.length));
    }
    return found;
  }

  /** Where a folded quote may start. */
  private *starts(folded: string, words: readonly string[]): Generator<number> {
    let rarest: { readonly word: string; readonly places: readonly number[] } | undefined;
    for (const word of words) {
      const places = this.places.get(word);
      if (places === undefined) return;
      if (rarest === undefined || places.length < rarest.places.length) rarest = { word, places };
    }
    if (rarest === undefined) {
      const { text } = this.folded;
      for (let at = text.indexOf(folded); at !== -1; at = text.indexOf(folded, at + 1)) yield at;
      return;
    }
    const offset = offsetOfWord(folded, rarest.word);
    for (const place of rarest.places) yield place - offset;
  }
}

/** Where a word first stands whole inside a folded quote. */
function offsetOfWord(folded: string, wanted: string): number {
  for (const { 0: word, index } of folded.matchAll(WORD))
    if (word === wanted && index > 0 && index + word.length < folded.length) return index;
  return 0;
}
