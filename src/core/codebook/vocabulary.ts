import { putTo } from '../text/grouped.js';
import { slipsTo } from '../text/slips.js';

/** Words of that many letters may have one slip, and two. Shorter ones are too often alike by chance. */
const [ONE_SLIP, TWO_SLIPS] = [4, 8];
/** Nobody types a longer word by chance. UTF-16 units. */
const LONGEST = 60;
const DIGIT = /\p{N}/u;

/** A different word, who has it (by number, each once) and what it is worth to each. */
interface Entry {
  readonly word: string;
  readonly owners: number[];
  readonly worths: number[];
}

/** The words of many texts, to be found in spite of slips of the keyboard. */
export class Vocabulary {
  private readonly entries = new Map<string, Entry>();
  private readonly byFirst = new Map<string, Entry[]>();

  /**
   * Takes in the words of a text.
   * @param owner whose text it is; all texts of one come one after the other, the worthiest first
   * @param text words with a space before each
   * @param worth what a word is worth that is found here but for a slip; more than 2
   */
  add(owner: number, text: string, worth: number): void {
    for (const word of text.split(' ')) {
      if (word.length < ONE_SLIP || word.length > LONGEST) continue;
      const entry = this.entries.get(word) ?? this.added(word);
      if (entry === undefined || entry.owners.at(-1) === owner) continue;
      entry.owners.push(owner);
      entry.worths.push(worth);
    }
  }

  /**
   * Who has a word, or one that begins with it, but for a slip of the keyboard (two in long words), and what that is worth;
   * a second slip, and a word that is only begun, take one off. Digits make a difference that is meant.
   * @param anyFirst whether the first letter may be wrong as well
   */
  slips(typed: string, anyFirst: boolean): ReadonlyMap<number, number> {
    const found = new Map<number, number>();
    if (!isForgiven(typed)) return found;
    for (const { word, owners, worths } of anyFirst ? this.entries.values() : this.beginningLike(typed)) {
      const less = slipsIn(typed, word);
      if (less === undefined) continue;
      for (const [i, owner] of owners.entries()) {
        const worth = (worths[i] as number) - less;
        if (worth > (found.get(owner) ?? 0)) found.set(owner, worth);
      }
    }
    return found;
  }

  private added(word: string): Entry | undefined {
    if (DIGIT.test(word)) return undefined;
    const entry: Entry = { word, owners: [], worths: [] };
    this.entries.set(word, entry);
    const first = word[0] as string;
    putTo(this.byFirst, first, entry);
    return entry;
  }

  /** The words that begin with the first letter, or with the first two in the wrong order. */
  private *beginningLike(typed: string): Generator<Entry> {
    const [first, second] = typed;
    yield* this.byFirst.get(first ?? '') ?? [];
    if (first === second) return;
    for (const entry of this.byFirst.get(second ?? '') ?? []) if (entry.word[1] === first) yield entry;
  }
}

/** Whether a slip in what was typed may be forgiven: it is neither too short, one letter having been left out, nor has digits. */
export function isForgiven(typed: string): boolean {
  return typed.length >= ONE_SLIP - 1 && typed.length <= LONGEST && !DIGIT.test(typed);
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
