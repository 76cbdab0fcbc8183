import type { Codebook, CodebookEntry } from './codebook.js';
import { themePath } from './query.js';
import { fold, searchedWords } from './search.js';
import { isForgiven, Vocabulary } from './vocabulary.js';

/** Whoever types more than that has found what there is to find. UTF-16 units, words. */
const LONGEST_QUERY = 200;
const MOST_WORDS = 12;
/** Letters without the spaces between them mean something only where there are a few. */
const FEWEST_SQUEEZED = 4;

/** What a word is worth by where it stands: at the beginning of a word, inside one, and by how much more as a whole word. */
interface Worth {
  readonly first: number;
  readonly start: number;
  readonly inside: number;
  readonly whole: number;
}

const IN_TITLE: Worth = { first: 50, start: 40, inside: 14, whole: 3 };
const IN_NAMES: Worth = { first: 22, start: 20, inside: 9, whole: 1 };
const IN_PATH: Worth = { first: 12, start: 12, inside: 5, whole: 0 };
const IN_NOTES: Worth = { first: 7, start: 7, inside: 2, whole: 0 };
/** A word that was found but for slips. */
const SLIPPED = { title: 7, name: 5, path: 3 } as const;
/** The title without its spaces has the words without theirs: “selfdisclosure”. */
const SQUEEZED = 16;
/** The words stand in the title as they were typed: they are all of it, its beginning, or some part. */
const PHRASE = { all: 500, beginning: 100, part: 50 } as const;
/** Whatever was typed without a slip comes before what was not. */
const SLIP = 10_000;

/** A code as it is searched: words with a space before each. */
interface Searched {
  readonly code: CodebookEntry;
  readonly title: string;
  readonly squeezed: string;
  /** The id and former ids, a line each. */
  readonly names: string;
  /** Which of the paths. */
  readonly path: number;
  /** Definition, inclusions, exclusions and examples. */
  readonly notes: string;
}

const known = new WeakMap<Codebook, CodeSearch>();

/** The search in a codebook, made once however often it is asked for. */
export function codeSearch(book: Codebook): CodeSearch {
  let search = known.get(book);
  if (search === undefined) {
    search = new CodeSearch(book.entries.filter(entry => entry.kind === 'code'));
    known.set(book, search);
  }
  return search;
}

/**
 * Finds codes by what somebody types. All that can be worked out beforehand is: a keystroke costs a pass over folded text.
 */
export class CodeSearch {
  private readonly searched: readonly Searched[];
  /** The different theme paths. */
  private readonly paths: readonly string[];
  private vocabularies: { readonly ofCodes: Vocabulary; readonly ofPaths: Vocabulary } | undefined;

  /** @param codes in the order of the codebook */
  constructor(codes: readonly CodebookEntry[]) {
    const paths = new Map<CodebookEntry | undefined, number>();
    const texts: string[] = [];
    this.searched = codes.map(code => {
      let path = paths.get(code.parent);
      if (path === undefined) {
        path = texts.push(searchedWords(themePath(code).join(' '))) - 1;
        paths.set(code.parent, path);
      }
      const title = searchedWords(code.title);
      const names = [code.id, ...code.formerly].map(searchedWords);
      const notes = [code.definition ?? '', ...code.include, ...code.exclude, ...code.example].join(' ');
      return {
        code,
        title,
        squeezed: title.replaceAll(' ', ''),
        names: names.join('\n'),
        path,
        notes: searchedWords(notes),
      };
    });
    this.paths = texts;
  }

  /**
   * The codes that fit, best first. Every word must stand in title, id, former ids, theme path or definition, at the
   * beginning of a word or inside it; or in one of the first four but for a slip of the keyboard (two in long words).
   * What fits alike comes in the order of last use, then in that of the codebook.
   * @param query what was typed; where there is nothing to search for, nothing is found
   * @param recent ids of codes, the last used first
   */
  find(query: string, recent: readonly string[] = []): CodebookEntry[] {
    const raw = query.slice(0, LONGEST_QUERY).trim();
    const words = searchedWords(raw).trim().split(' ').slice(0, MOST_WORDS);
    if (words[0] === '') return raw === '' ? [] : this.findSigns(fold(raw));
    let found = this.fitting(words, false);
    if (found.length === 0) found = this.fitting(words, true);
    const last = new Map(recent.map((id, i) => [id, i]));
    const used = ({ code }: Fit): number => last.get(code.id) ?? last.size;
    return found.sort((a, b) => b.worth - a.worth || used(a) - used(b) || a.order - b.order).map(({ code }) => code);
  }

  /** @param anyFirst whether a slip may be in the first letter of a word */
  private fitting(words: readonly string[], anyFirst: boolean): Fit[] {
    const slips = words.map(word => this.slips(word, anyFirst));
    const inPaths = words.map(word => this.paths.map(path => worthOf(path, word, IN_PATH)));
    const phrase = ` ${words.join(' ')}`;
    const squeezed = words.join('');
    const found: Fit[] = [];
    for (const [order, searched] of this.searched.entries()) {
      let sum = 0;
      for (const [i, word] of words.entries()) {
        const worth = exactWorth(searched, word, inPaths[i]?.[searched.path] ?? 0);
        const slip = worth > 0 ? 0 : (slips[i]?.(order, searched.path) ?? 0);
        if (worth + slip === 0) {
          sum = Number.NEGATIVE_INFINITY;
          break;
        }
        sum += worth + slip - (slip > 0 ? SLIP : 0);
      }
      const isSqueezed = sum < SQUEEZED && squeezed.length >= FEWEST_SQUEEZED && searched.squeezed.includes(squeezed);
      const worth = isSqueezed ? SQUEEZED : sum > 0 ? sum + phraseWorth(searched.title, phrase) : sum;
      if (worth > Number.NEGATIVE_INFINITY) found.push({ code: searched.code, order, worth });
    }
    return found;
  }

  /** What a word is worth that a code or its path has but for slips, by their numbers; undefined where slips are not forgiven. */
  private slips(word: string, anyFirst: boolean): ((code: number, path: number) => number) | undefined {
    if (!isForgiven(word)) return undefined;
    const { ofCodes, ofPaths } = this.prepareSlips();
    const inCodes = ofCodes.slips(word, anyFirst);
    const inPaths = ofPaths.slips(word, anyFirst);
    return (code, path) => inCodes.get(code) ?? inPaths.get(path) ?? 0;
  }

  /** Prepares for words that are long enough for slips: nothing that the first letters need. */
  prepareSlips(): { readonly ofCodes: Vocabulary; readonly ofPaths: Vocabulary } {
    if (this.vocabularies !== undefined) return this.vocabularies;
    const [ofCodes, ofPaths] = [new Vocabulary(), new Vocabulary()];
    for (const [i, { title, names }] of this.searched.entries()) {
      ofCodes.add(i, title, SLIPPED.title);
      for (const name of names.split('\n')) if (name !== title) ofCodes.add(i, name, SLIPPED.name);
    }
    for (const [i, path] of this.paths.entries()) ofPaths.add(i, path, SLIPPED.path);
    this.vocabularies = { ofCodes, ofPaths };
    return this.vocabularies;
  }

  /** For what has no letters, such as an emoji. */
  private findSigns(signs: string): CodebookEntry[] {
    return this.searched.filter(({ code }) => fold(code.title).includes(signs)).map(({ code }) => code);
  }
}

/** How well a code fits; `order`: its number. */
interface Fit {
  readonly code: CodebookEntry;
  readonly order: number;
  readonly worth: number;
}

/** What a word is worth to a code where it stands as it was typed; 0: nowhere. */
function exactWorth({ title, names, notes }: Searched, word: string, inPath: number): number {
  const inTitle = worthOf(title, word, IN_TITLE);
  if (inTitle >= IN_TITLE.start) return inTitle;
  return Math.max(inTitle, worthOf(names, word, IN_NAMES), inPath) || worthOf(notes, word, IN_NOTES);
}

function worthOf(text: string, word: string, worth: Worth): number {
  let at = text.indexOf(word);
  if (at === -1) return 0;
  if (text[at - 1] !== ' ') {
    at = text.indexOf(` ${word}`, at) + 1;
    if (at === 0) return worth.inside;
  }
  const isFirst = at === 1 || text[at - 2] === '\n';
  const after = text[at + word.length];
  const isWhole = after === undefined || after === ' ' || after === '\n';
  return (isFirst ? worth.first : worth.start) + (isWhole ? worth.whole : 0);
}

function phraseWorth(title: string, phrase: string): number {
  if (title === phrase) return PHRASE.all;
  if (title.startsWith(phrase)) return PHRASE.beginning;
  return title.includes(phrase) ? PHRASE.part : 0;
}
