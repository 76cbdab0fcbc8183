import type { Codebook, CodebookEntry } from './codebook.js';
import { type ComparedName, comparedName, isSlip, LONG_NAME, sortedWords } from './likeness.js';
import { fold } from './search.js';
import { cleanTitle } from './write.js';

/** An entry one of whose names is the same as a given name, or all but the same. */
export interface LikeName {
  readonly entry: CodebookEntry;
  /** Which of its names. */
  readonly by: 'title' | 'id' | 'former';
  readonly name: string;
}

/** The code of a title, letter case, accents and kinds of hyphens and apostrophes aside. */
export function codeTitled(book: Codebook, title: string): CodebookEntry | undefined {
  return namesOf(book).codeTitled(title);
}

/** The code that is meant by a name: one of that title (see `codeTitled`), or of that id. */
export function codeNamed(book: Codebook, name: string): CodebookEntry | undefined {
  const id = name.trim();
  return codeTitled(book, name) ?? book.entries.find(entry => entry.kind === 'code' && entry.id === id);
}

/**
 * Themes and codes that have a name, had it, or go by it as an id, but for letter case, accents, punctuation, spaces,
 * hyphens, plural, the order of words, or one slip of the keyboard: what is told before somebody names a thing twice.
 * Titles come first, slips last, each in the order of the codebook; an entry is named once.
 */
export function namesLike(book: Codebook, name: string): LikeName[] {
  return namesOf(book).like(name);
}

const known = new WeakMap<Codebook, Names>();

function namesOf(book: Codebook): Names {
  let names = known.get(book);
  if (names === undefined) {
    names = new Names(book);
    known.set(book, names);
  }
  return names;
}

interface Known {
  readonly is: LikeName;
  readonly compared: ComparedName;
}

/** The names of a codebook, prepared once: what somebody types is compared with all of them at every keystroke. */
class Names {
  private readonly codes = new Map<string, CodebookEntry>();
  private readonly known: Known[] = [];

  constructor({ entries }: Codebook) {
    for (const entry of entries) {
      const title = fold(entry.title);
      if (entry.kind === 'code' && !this.codes.has(title)) this.codes.set(title, entry);
      const compared = comparedName(entry.title);
      this.known.push({ is: { entry, by: 'title', name: entry.title }, compared });
      if (entry.idWritten) this.addOther({ entry, by: 'id', name: entry.id }, compared);
      for (const name of entry.formerly) this.addOther({ entry, by: 'former', name }, compared);
    }
  }

  codeTitled(title: string): CodebookEntry | undefined {
    return this.codes.get(fold(cleanTitle(title)));
  }

  like(name: string): LikeName[] {
    const clean = cleanTitle(name);
    if (clean === '') return [];
    const typed = comparedName(clean);
    const same = this.known.filter(({ compared }) => isSame(typed, compared));
    const slips = this.known.filter(({ compared }) => isSlipped(typed, compared));
    const once = new Map<CodebookEntry, LikeName>();
    for (const { is } of [...titlesFirst(same), ...titlesFirst(slips)]) if (!once.has(is.entry)) once.set(is.entry, is);
    return [...once.values()];
  }

  /** An id or former id; where it says the same as the title, as most do, it adds nothing. */
  private addOther(is: LikeName, title: ComparedName): void {
    const compared = comparedName(is.name);
    if (compared.spaced !== title.spaced) this.known.push({ is, compared });
  }
}

function isSame(a: ComparedName, b: ComparedName): boolean {
  if (a.joined === b.joined) return true;
  return (
    a.spaced.length === b.spaced.length && a.joined.length === b.joined.length && sortedWords(a) === sortedWords(b)
  );
}

function isSlipped(a: ComparedName, b: ComparedName): boolean {
  if (a.joined.length < LONG_NAME || b.joined.length < LONG_NAME) return false;
  return Math.abs(a.spaced.length - b.spaced.length) <= 1 && isSlip(a.spaced, b.spaced);
}

/** Titles, then ids and former ids, each in the order of the codebook. */
function titlesFirst(names: readonly Known[]): Known[] {
  const isTitle = ({ is }: Known): boolean => is.by === 'title';
  return [...names.filter(isTitle), ...names.filter(name => !isTitle(name))];
}
