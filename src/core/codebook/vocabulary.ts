import { slipsTo } from '../text/slips.js';

/** Where a word of a code stands. */
export type WordField = 'title' | 'name' | 'path';

/** What a word with a slip is worth by where it stands; a second slip, and a word that is only begun, take one off. */
const WORTH: Readonly<Record<WordField, number>> = { title: 7, name: 5, path: 3 };
/** Words of that many letters may have one slip, and two. Shorter ones are too often alike by chance. */
const [ONE_SLIP, TWO_SLIPS] = [4, 8];
/** Nobody types a longer word by chance. UTF-16 units. */
const LONGEST = 60;

/** A different word and the codes that have it, by number. */
interface Entry {
  readonly word: string;
  readonly codes: Map<number, WordField>;
}

/** The words of all codes, to be found in spite of slips of the keyboard. */
export class Vocabulary {
  private readonly entries = new Map<string, Entry>();
  private readonly byFirst = new Map<string, Entry[]>();

  /**
   * Takes in the words of a code; where one is there already, the field it was found in first counts.
   * @param text words with a space before each
   */
  add(code: number, text: string, field: WordField): void {
    for (const word of text.split(' ')) {
      if (word.length < ONE_SLIP || word.length > LONGEST || /\p{N}/u.test(word)) continue;
      let entry = this.entries.get(word);
      if (entry === undefined) {
        entry = { word, codes: new Map() };
        this.entries.set(word, entry);
        const first = word[0] as string;
        const list = this.byFirst.get(first);
        if (list === undefined) this.byFirst.set(first, [entry]);
        else list.push(entry);
      }
      if (!entry.codes.has(code)) entry.codes.set(code, field);
    }
  }

  /**
   * The codes that have a word, or one that begins with it, but for a slip of the keyboard (two in long words), each with
   * what that is worth: 1 to 7. Digits make a difference that is meant.
   * @param anyFirst whether the first letter may be wrong as well
   */
  slips(typed: string, anyFirst: boolean): ReadonlyMap<number, number> {
    const found = new Map<number, number>();
    if (typed.length < ONE_SLIP - 1 || typed.length > LONGEST || /\p{N}/u.test(typed)) return found;
    for (const { word, codes } of anyFirst ? this.entries.values() : this.beginningLike(typed)) {
      const less = slipsIn(typed, word);
      if (less === undefined) continue;
      for (const [code, field] of codes) {
        const worth = WORTH[field] - less;
        if (worth > (found.get(code) ?? 0)) found.set(code, worth);
      }
    }
    return found;
  }

  /** The words that begin with the first letter, or with the first two in the wrong order. */
  private *beginningLike(typed: string): Generator<Entry> {
    const [first, second] = typed;
    yield* this.byFirst.get(first ?? '') ?? [];
    if (first === second) return;
    for (const entry of this.byFirst.get(second ?? '') ?? []) if (entry.word[1] === first) yield entry;
  }
}

/** How much less a word is worth that was typed with slips; undefined where there are too many. */
function slipsIn(typed: string, word: string): number | undefined {
  const most = mostSlips(Math.max(typed.length, word.length));
  const { whole, begun } = slipsTo(typed, word, most);
  // What is only begun is judged by its own length.
  if (begun <= mostSlips(typed.length) && begun < whole) return begun;
  return whole <= most && typed.length >= word.length - most ? whole - 1 : undefined;
}

function mostSlips(length: number): number {
  return length < ONE_SLIP ? 0 : length < TWO_SLIPS ? 1 : 2;
}
