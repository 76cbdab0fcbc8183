import * as vscode from 'vscode';
import type { Codebook } from '../../core/codebook/codebook.js';
import { type CodingFilter, type CodingWish, codingFilter } from '../../core/coding/filter.js';
import { Disposables } from '../common/disposables.js';
import type { OpenStudy } from '../study/openStudy.js';

/** What is remembered: for the window, and for each study what is said in its own words. */
interface Remembered {
  readonly isHidden: boolean;
  readonly coders: readonly string[];
  /** Ids of themes and codes, by the root of their study. */
  readonly entries: Readonly<Record<string, readonly string[]>>;
}

const KEY = 'verbatim.visibility';
const NOTHING: readonly string[] = [];
const EVERYTHING: Remembered = { isHidden: false, coders: NOTHING, entries: {} };

/**
 * Which codings are shown, in every file and after a reload. `CodedDocuments` asks it: whoever shows codings takes those that
 * are shown from there, whoever works with them takes all.
 */
export class Visibility implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<void>());
  private readonly filters = new WeakMap<OpenStudy, { codebook: Codebook; wish: CodingWish; filter: CodingFilter }>();
  private now: Remembered;

  /** Fires after a person chose to see something else. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly memory: vscode.Memento) {
    this.now = { ...EVERYTHING, ...memory.get<Partial<Remembered>>(KEY) };
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** Whether codings are hidden altogether; the filter is kept meanwhile. */
  get isHidden(): boolean {
    return this.now.isHidden;
  }

  /** What is to be seen of a study. */
  wish(opened: OpenStudy | undefined): CodingWish {
    const { coders, entries } = this.now;
    return { coders, entries: (opened && entries[opened.root.toString()]) ?? NOTHING };
  }

  /** Whether a study is shown in part only. */
  isFiltered(opened: OpenStudy | undefined): boolean {
    const { coders, entries } = this.wish(opened);
    return coders.length > 0 || entries.length > 0;
  }

  /** Shows the codings again, or hides them all. */
  async hide(isHidden: boolean): Promise<void> {
    await this.set({ ...this.now, isHidden });
  }

  /** Shows what is wished for, and nothing else. */
  async show(opened: OpenStudy | undefined, { coders, entries }: CodingWish): Promise<void> {
    const others = Object.entries(this.now.entries).filter(([root]) => root !== opened?.root.toString());
    const own = opened === undefined || entries.length === 0 ? [] : [[opened.root.toString(), entries] as const];
    await this.set({ isHidden: false, coders, entries: Object.fromEntries([...others, ...own]) });
  }

  /** Shows everything, in all studies. */
  async showAll(): Promise<void> {
    await this.set(EVERYTHING);
  }

  /** Whether a coding of a study is shown. What is asked about many is worked out once. */
  filter(opened: OpenStudy): CodingFilter {
    if (this.isHidden) return () => false;
    const { codebook } = opened.study;
    const known = this.filters.get(opened);
    const wish = this.wish(opened);
    if (known?.codebook === codebook && isSame(known.wish, wish)) return known.filter;
    const filter = codingFilter(codebook, wish);
    this.filters.set(opened, { codebook, wish, filter });
    return filter;
  }

  private async set(next: Remembered): Promise<void> {
    this.now = next;
    this.changed.fire();
    await this.memory.update(KEY, next);
  }
}

function isSame(a: CodingWish, b: CodingWish): boolean {
  return a.coders === b.coders && a.entries === b.entries;
}
