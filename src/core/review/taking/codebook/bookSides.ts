import type { Codebook, CodebookEntry } from '../../../codebook/codebook.js';
import { rearranged } from '../../codebook/arrangement.js';
import { type EntryMatches, matchEntries } from '../../codebook/match.js';
import { otherSide, type Side } from '../source.js';

/** The codebooks of both sides: which of their entries are the same, and where these are in a third one, today's. */
export class BookSides {
  readonly matches: EntryMatches;
  private readonly moved: ReadonlySet<CodebookEntry>;
  private readonly reordered: ReadonlySet<CodebookEntry>;

  constructor(
    readonly before: Codebook,
    readonly after: Codebook,
  ) {
    this.matches = matchEntries(before, after);
    const { moved, reordered } = rearranged(before, after, this.matches);
    this.moved = moved;
    this.reordered = reordered;
  }

  /** What an entry of one side is on the other. */
  counterpart(entry: CodebookEntry): CodebookEntry | undefined {
    return this.matches.after.get(entry) ?? this.matches.before.get(entry);
  }

  /** What an entry of either side is on a side. */
  on(side: Side, entry: CodebookEntry): CodebookEntry | undefined {
    return this[side].entries.includes(entry) ? entry : this.counterpart(entry);
  }

  /** Whether it was moved into something else between the two. */
  isMoved(entry: CodebookEntry): boolean {
    const after = this.on('after', entry);
    return after !== undefined && this.moved.has(after);
  }

  /** What stands elsewhere among its siblings, as either side has it. */
  get rearranged(): { before: CodebookEntry; after: CodebookEntry }[] {
    return [...this.reordered].flatMap(after => {
      const before = this.matches.before.get(after);
      return before === undefined ? [] : [{ before, after }];
    });
  }

  /** Whether it stands elsewhere among its siblings. */
  isReordered(entry: CodebookEntry): boolean {
    const after = this.on('after', entry);
    return after !== undefined && this.reordered.has(after);
  }

  /** An entry of either side in today's codebook: under the id it has on that side, or on the other; not what it was merged into. */
  today(book: Codebook, entry: CodebookEntry): CodebookEntry | undefined {
    const live = (id: string | undefined): CodebookEntry | undefined => {
      const found = id === undefined ? undefined : book.find(id);
      return found?.id === id ? found : undefined;
    };
    return live(entry.id) ?? live(this.counterpart(entry)?.id);
  }

  /** Whether an entry stands in the same today as on a side. */
  isInPlace(book: Codebook, now: CodebookEntry, entry: CodebookEntry): boolean {
    return entry.parent === undefined
      ? now.parent === undefined
      : now.parent !== undefined && this.today(book, entry.parent) === now.parent;
  }

  /**
   * Whether an entry stands among those of its siblings that nobody moved as it does on a side. What is not there today is not
   * asked about.
   * @param now the entry in today's codebook
   */
  isInOrder(book: Codebook, now: CodebookEntry, entry: CodebookEntry, side: Side): boolean {
    const own = this.on(side, entry);
    if (own === undefined) return false;
    const before = (siblings: readonly CodebookEntry[], at: CodebookEntry): CodebookEntry[] =>
      siblings.slice(0, siblings.indexOf(at));
    const stable = new Set(
      siblingsIn(this[side], own).flatMap(other => {
        const there = this.isStable(other) ? this.today(book, other) : undefined;
        return there !== undefined && there.parent === now.parent ? [there] : [];
      }),
    );
    const ahead = new Set(before(siblingsIn(this[side], own), own).map(other => this.today(book, other)));
    return [...stable].every(other => ahead.has(other) === before(siblingsIn(book, now), now).includes(other));
  }

  /** Whether an entry is on both sides, and stood still between them. */
  private isStable(entry: CodebookEntry): boolean {
    return this.counterpart(entry) !== undefined && !this.isMoved(entry) && !this.isReordered(entry);
  }

  /** Siblings of an entry on a side that stand today where they do on that side, as they are today; `undefined` in place of others. */
  settledSiblings(book: Codebook, entry: CodebookEntry, side: Side): (CodebookEntry | undefined)[] {
    const parent = entry.parent && this.today(book, entry.parent);
    return siblingsIn(this[side], entry).map(other => {
      const now = other === entry ? undefined : this.today(book, other);
      if (now === undefined || now.parent !== parent) return undefined;
      return this.isReordered(other) && !this.isInOrder(book, now, other, side) ? undefined : now;
    });
  }

  /** The side that has an entry of one of the two books. */
  sideOf(entry: CodebookEntry): Side {
    return this.after.entries.includes(entry) ? 'after' : otherSide('after');
  }
}

/** The entries beside one, itself among them. */
export function siblingsIn(book: Codebook, entry: CodebookEntry): readonly CodebookEntry[] {
  return entry.parent?.children ?? book.roots;
}
