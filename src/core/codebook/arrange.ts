import { compareTexts } from '../text/compare.js';
import type { Phase } from './change.js';
import type { Codebook, CodebookEntry } from './codebook.js';
import { phaseOf } from './phase.js';

/** In which order siblings are shown: as the codebook has them, by title, or the most used first. */
export type Sort = 'document' | 'name' | 'use';

/** A phase to show; `none` stands for entries without one. */
export type PhaseWish = Phase | 'none';

/** How a person wants to see the codebook. */
export interface Wish {
  readonly sort: Sort;
  /** Only entries of these phases, and what holds them; empty: all. */
  readonly phases: readonly PhaseWish[];
}

/** The codebook as it is shown: siblings in the order wished for, without those that are filtered out. */
export class Arrangement {
  private readonly shown: ReadonlySet<CodebookEntry> | undefined;
  private readonly sorted = new Map<CodebookEntry | undefined, readonly CodebookEntry[]>();

  /** @param count how often an entry is used */
  constructor(
    private readonly book: Codebook,
    private readonly wish: Wish,
    private readonly count: (entry: CodebookEntry) => number,
  ) {
    this.shown = wish.phases.length === 0 ? undefined : shownBy(book, new Set(wish.phases));
  }

  /** How many entries are filtered out. */
  get hidden(): number {
    return this.shown === undefined ? 0 : this.book.entries.length - this.shown.size;
  }

  /** What is shown directly in an entry, or at the top. */
  within(entry: CodebookEntry | undefined): readonly CodebookEntry[] {
    const known = this.sorted.get(entry);
    if (known !== undefined) return known;
    const all = entry === undefined ? this.book.roots : entry.children;
    const shown = this.shown === undefined ? all : all.filter(child => this.shown?.has(child));
    const sorted = this.wish.sort === 'document' ? shown : [...shown].sort(this.order());
    this.sorted.set(entry, sorted);
    return sorted;
  }

  /** Whether an entry is shown. */
  shows(entry: CodebookEntry): boolean {
    return this.shown?.has(entry) ?? true;
  }

  /** Equal ones keep the order of the codebook. */
  private order(): (a: CodebookEntry, b: CodebookEntry) => number {
    if (this.wish.sort === 'use') return (a, b) => this.count(b) - this.count(a);
    return (a, b) => byName.compare(a.title, b.title) || compareTexts(a.title, b.title);
  }
}

/** Code 2 before Code 10; letter case and accents matter only between titles that are the same without them. */
const byName = new Intl.Collator(undefined, { numeric: true });

function shownBy(book: Codebook, phases: ReadonlySet<PhaseWish>): Set<CodebookEntry> {
  const shown = new Set<CodebookEntry>();
  for (const entry of book.entries) {
    if (!phases.has(phaseOf(entry) ?? 'none')) continue;
    for (let at: CodebookEntry | undefined = entry; at !== undefined && !shown.has(at); at = at.parent) shown.add(at);
  }
  return shown;
}
