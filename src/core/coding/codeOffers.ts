import { type CodeUse, countUse } from '../analysis/codeUse.js';
import type { Codebook, CodebookEntry } from '../codebook/codebook.js';
import { codeSearch } from '../codebook/codeSearch.js';
import { codeNamed, type LikeName, namesLike } from '../codebook/names.js';
import { cleanTitle } from '../codebook/write.js';
import type { Study } from '../study/study.js';

/** A code that is offered. */
export interface OfferedCode {
  readonly code: CodebookEntry;
  readonly use: CodeUse;
  /** What makes it all but the same as what is typed. */
  readonly like?: LikeName;
}

/** What is offered for what somebody has typed. */
export interface CodeOffer {
  /** Best first. */
  readonly codes: readonly OfferedCode[];
  /** How many codes fit; more than are offered where there are too many to show. */
  readonly fitting: number;
  /** The code that would be new, and the existing one whose name is all but the same. */
  readonly fresh?: { readonly title: string; readonly like?: LikeName };
}

/** More than anybody reads; a longer list would only make each keystroke slower. */
const MOST_OFFERED = 200;
/** How many of those used last stand at the top before anything is typed; the others only come first among equals. */
const MOST_RECENT = 8;

/** Says which codes to offer while somebody types. What a keystroke costs does not grow with the codings of the study. */
export class CodeOffers {
  private readonly book: Codebook;
  /** Ids, the last used first; one that was merged since counts as the one it went into. */
  private readonly recent: readonly string[];
  /** In the order for an empty query. */
  private readonly codes: readonly CodebookEntry[];
  private readonly top: ReadonlySet<CodebookEntry>;
  private readonly uses = new Map<CodebookEntry, CodeUse>();

  /** @param recent ids of codes, the last used first */
  constructor(
    private readonly study: Study,
    recent: readonly string[],
  ) {
    this.book = study.codebook;
    const used = new Set<CodebookEntry>();
    for (const id of recent) {
      const entry = study.entry(id);
      if (entry?.kind === 'code') used.add(entry);
    }
    this.recent = [...used].map(code => code.id);
    this.top = new Set([...used].slice(0, MOST_RECENT));
    this.codes = [...this.top, ...this.book.entries.filter(entry => entry.kind === 'code' && !this.top.has(entry))];
  }

  /** Whether there is no code yet. */
  get isEmpty(): boolean {
    return this.codes.length === 0;
  }

  /** Whether a code is one of those used last, which stand at the top before anything is typed. */
  isRecent(code: CodebookEntry): boolean {
    return this.top.has(code);
  }

  /**
   * What to offer.
   * @param typed as it stands in the box
   * @param without codes to leave out
   */
  offer(typed: string, without: ReadonlySet<CodebookEntry> = new Set()): CodeOffer {
    const title = cleanTitle(typed);
    if (title === '') return this.offered(this.codes, without, new Map());
    const isNew = codeNamed(this.book, title) === undefined;
    const like = isNew ? namesLike(this.book, title).filter(({ entry }) => entry.kind === 'code') : [];
    const byCode = new Map(like.map(found => [found.entry, found]));
    const found = new Set([...byCode.keys(), ...codeSearch(this.book).find(title, this.recent)]);
    const offer = this.offered([...found], without, byCode);
    if (!isNew) return offer;
    return { ...offer, fresh: like[0] === undefined ? { title } : { title, like: like[0] } };
  }

  /** What the first search in a codebook needs, in steps: somebody who does not type at once need not wait for it. */
  *preparation(): Generator<void> {
    const search = codeSearch(this.book);
    yield;
    namesLike(this.book, 'a');
    yield;
    search.prepareSlips();
  }

  private offered(
    found: readonly CodebookEntry[],
    without: ReadonlySet<CodebookEntry>,
    likes: ReadonlyMap<CodebookEntry, LikeName>,
  ): CodeOffer {
    const left = without.size === 0 ? found : found.filter(code => !without.has(code));
    const codes = left.slice(0, MOST_OFFERED).map(code => {
      const like = likes.get(code);
      return { code, use: this.useOf(code), ...(like === undefined ? {} : { like }) };
    });
    return { codes, fitting: left.length };
  }

  private useOf(code: CodebookEntry): CodeUse {
    let use = this.uses.get(code);
    if (use === undefined) {
      use = countUse(this.study, code);
      this.uses.set(code, use);
    }
    return use;
  }
}
