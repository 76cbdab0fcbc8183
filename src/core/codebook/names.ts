import type { Codebook, CodebookEntry } from './codebook.js';
import { type ComparedName, comparedName, isSlip, LONG_NAME } from './likeness.js';
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

interface Compared extends LikeName {
  readonly spaced: string;
}

/** The names of a codebook, prepared once for being compared: what is typed is compared at every keystroke. */
class Names {
  private readonly codes = new Map<string, CodebookEntry>();
  private readonly same = new Map<string, LikeName[]>();
  private readonly byLength = new Map<number, Compared[]>();

  constructor({ entries }: Codebook) {
    for (const entry of entries) {
      const title = fold(entry.title);
      if (entry.kind === 'code' && !this.codes.has(title)) this.codes.set(title, entry);
      const compared = comparedName(entry.title);
      this.add({ entry, by: 'title', name: entry.title }, compared);
      const others = [
        ...(entry.idWritten ? [{ entry, by: 'id', name: entry.id } as const] : []),
        ...entry.formerly.map(name => ({ entry, by: 'former', name }) as const),
      ];
      for (const other of others) {
        const its = comparedName(other.name);
        if (its.spaced !== compared.spaced) this.add(other, its);
      }
    }
  }

  codeTitled(title: string): CodebookEntry | undefined {
    return this.codes.get(fold(cleanTitle(title)));
  }

  like(name: string): LikeName[] {
    const clean = cleanTitle(name);
    if (clean === '') return [];
    const { joined, sorted, spaced } = comparedName(clean);
    const same = [...(this.same.get(joined) ?? []), ...(this.same.get(sorted) ?? [])];
    const slips = joined.length < LONG_NAME ? [] : this.slips(spaced);
    const rank = ({ by }: LikeName): number => (by === 'title' ? 0 : 1);
    const inOrder = (a: LikeName, b: LikeName): number => rank(a) - rank(b) || a.entry.line - b.entry.line;
    const once = new Map<CodebookEntry, LikeName>();
    for (const found of [...same.sort(inOrder), ...slips.sort(inOrder)])
      if (!once.has(found.entry)) once.set(found.entry, found);
    return [...once.values()];
  }

  private add(name: LikeName, { joined, sorted, spaced }: ComparedName): void {
    for (const key of new Set([joined, sorted])) put(this.same, key, name);
    if (joined.length >= LONG_NAME) put(this.byLength, spaced.length, { ...name, spaced });
  }

  private slips(spaced: string): LikeName[] {
    return [-1, 0, 1].flatMap(more =>
      (this.byLength.get(spaced.length + more) ?? []).filter(other => isSlip(other.spaced, spaced)),
    );
  }
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
