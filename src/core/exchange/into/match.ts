import type { Codebook, CodebookEntry } from '../../codebook/codebook.js';
import { slugOf } from '../../codebook/slug.js';
import { cleanTitle } from '../../codebook/write.js';
import { guidOf } from '../guid.js';
import { type ExchangeEntry, walk } from '../model.js';

/** Finds entries of a file in a codebook, none twice. */
export class Matcher {
  private readonly certain = new Map<ExchangeEntry, CodebookEntry>();
  private readonly taken = new Set<CodebookEntry>();
  private readonly byTitle = new Map<CodebookEntry | undefined, Map<string, CodebookEntry[]>>();

  /** @param entries all that will be asked for: those with an id come first, wherever they stand */
  constructor(
    private readonly book: Codebook,
    entries: readonly ExchangeEntry[],
  ) {
    const byGuid = new Map<string, CodebookEntry>();
    const all = [...walk(entries)].map(({ entry }) => entry);
    if (all.some(entry => entry.guid !== undefined)) {
      for (const entry of book.entries) for (const id of [...entry.formerly, entry.id]) byGuid.set(guidOf(id), entry);
    }
    for (const entry of all) {
      const found = entry.isReference ? this.referred(entry) : (this.byId(entry.id) ?? byGuid.get(entry.guid ?? ''));
      if (found === undefined || this.taken.has(found)) continue;
      if (!entry.isReference) this.taken.add(found);
      this.certain.set(entry, found);
    }
  }

  /**
   * The entry of the codebook that an entry of the file is.
   * @param among whose children may have its title; undefined where none may
   */
  find(
    entry: ExchangeEntry,
    among: { readonly parent: CodebookEntry | undefined } | undefined,
  ): CodebookEntry | undefined {
    const certain = this.certain.get(entry);
    if (certain !== undefined || among === undefined) return certain;
    const children = this.childrenOf(among.parent);
    const other = entry.kind === 'code' ? 'theme' : 'code';
    const kinds = entry.isKindGuessed ? [entry.kind, other] : [entry.kind];
    const alike = kinds.flatMap(kind => children.get(keyOf(kind, cleanTitle(entry.title))) ?? []);
    const found = alike.find(each => !this.taken.has(each));
    if (found !== undefined) this.taken.add(found);
    return found;
  }

  private byId(id: string | undefined): CodebookEntry | undefined {
    return id === undefined ? undefined : this.book.find(id);
  }

  private referred({ title }: ExchangeEntry): CodebookEntry | undefined {
    const alike = this.book.entries.filter(entry => entry.title === title);
    return this.book.find(title) ?? (alike.length === 1 ? alike[0] : alike.find(({ id }) => id === slugOf(title)));
  }

  private childrenOf(parent: CodebookEntry | undefined): Map<string, CodebookEntry[]> {
    const known = this.byTitle.get(parent);
    if (known !== undefined) return known;
    const found = new Map<string, CodebookEntry[]>();
    for (const child of parent?.children ?? this.book.roots) {
      const key = keyOf(child.kind, cleanTitle(child.title));
      found.set(key, [...(found.get(key) ?? []), child]);
    }
    this.byTitle.set(parent, found);
    return found;
  }
}

const keyOf = (kind: string, title: string): string => `${kind} ${title}`;
