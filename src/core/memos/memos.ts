import type { FileStore } from '../ports.js';
import { isMemo } from '../study/layout.js';
import { compareTexts } from '../text/compare.js';
import { decodeUtf8 } from '../text/utf8.js';
import type { Memo, MemoLink, Mention } from './memo.js';
import { parseMemo } from './parse.js';

/** A memo that mentions something, with the places where it does, in the order of the text. */
export interface MemoMentions {
  readonly memo: Memo;
  readonly mentions: readonly Mention[];
}

/** How many memos are read at the same time. */
const READ_AT_ONCE = 16;

/**
 * The memos of a study and what they mention. Nothing is read before somebody asks; from then on one file at a time is
 * read again, when it changed.
 */
export class Memos {
  private readonly byPath = new Map<string, Memo>();
  /** The paths of the memos that mention something, by `keyOf` the link. */
  private readonly byLink = new Map<string, Set<string>>();
  /** Paths to be read at the next look; undefined as long as nobody has looked. */
  private stale: Set<string> | undefined;
  private readonly failed = new Map<string, string>();
  private reading: Promise<void> = Promise.resolve();

  /** @param paths all files of the study that are known */
  constructor(
    private readonly store: FileStore,
    private readonly paths: () => Iterable<string>,
  ) {}

  /** Takes note that a file came, changed or went. */
  changed(path: string): void {
    if (isMemo(path)) this.stale?.add(path);
  }

  /** All memos, the latest first. */
  async all(): Promise<readonly Memo[]> {
    await this.ready();
    return [...this.byPath.values()].sort(latestFirst);
  }

  /** The memos that the disk refused to read when they were last looked at, each with the reason. */
  get unreadable(): ReadonlyMap<string, string> {
    return this.failed;
  }

  /** The memo at a path; undefined where there is none. */
  async get(path: string): Promise<Memo | undefined> {
    await this.ready();
    return this.byPath.get(path);
  }

  /**
   * The memos that mention something by one of some links, the latest first.
   * @param links every link that means it, such as all ids of a code
   */
  async mentioning(links: readonly MemoLink[]): Promise<readonly MemoMentions[]> {
    await this.ready();
    const keys = new Set(links.map(keyOf));
    const paths = new Set([...keys].flatMap(key => [...(this.byLink.get(key) ?? [])]));
    return [...paths]
      .map(path => this.byPath.get(path) as Memo)
      .sort(latestFirst)
      .map(memo => ({ memo, mentions: memo.mentions.filter(({ link }) => keys.has(keyOf(link))) }));
  }

  /** Reads what has to be read. Two who ask at the same time wait for the same reading. */
  private ready(): Promise<void> {
    const next = this.reading.then(() => this.read());
    this.reading = next.catch(() => undefined);
    return next;
  }

  private async read(): Promise<void> {
    this.stale ??= new Set([...this.paths()].filter(isMemo));
    const { stale } = this;
    this.failed.clear();
    while (stale.size > 0) {
      const paths = [...stale].slice(0, READ_AT_ONCE);
      for (const path of paths) stale.delete(path);
      await Promise.all(paths.map(path => this.readOne(path)));
    }
    // What failed once is tried again at the next look.
    for (const path of this.failed.keys()) stale.add(path);
  }

  /** One that cannot be read harms no other. */
  private async readOne(path: string): Promise<void> {
    try {
      this.take(path, await this.store.read(path));
    } catch (error) {
      this.take(path, undefined);
      this.failed.set(path, error instanceof Error ? error.message : String(error));
    }
  }

  private take(path: string, bytes: Uint8Array | undefined): void {
    for (const { link } of this.byPath.get(path)?.mentions ?? []) this.byLink.get(keyOf(link))?.delete(path);
    this.byPath.delete(path);
    if (bytes === undefined) return;
    const memo = parseMemo(decodeUtf8(bytes), path);
    this.byPath.set(path, memo);
    for (const { link } of memo.mentions) {
      const key = keyOf(link);
      const known = this.byLink.get(key);
      if (known === undefined) this.byLink.set(key, new Set([path]));
      else known.add(path);
    }
  }
}

/** Links with the same key mean the same: an excerpt is named by its id alone. */
function keyOf(link: MemoLink): string {
  return link.kind === 'excerpt' ? `#${link.id}` : link.name;
}

/** The latest first; those of one day by path. */
function latestFirst(a: Memo, b: Memo): number {
  return compareTexts(b.date ?? '', a.date ?? '') || compareTexts(b.path, a.path);
}
