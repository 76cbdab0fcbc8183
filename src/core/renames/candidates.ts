import { baseOf } from '../coding/blobId.js';
import type { FileStamp } from '../ports.js';
import { canBeCoded } from '../study/config.js';
import type { Study } from '../study/study.js';
import { decodeUtf8, encodeUtf8 } from '../text/utf8.js';
import { type Evidence, type Fit, fitOf } from './evidence.js';
import type { LostTranscript } from './lost.js';
import { windowsOf } from './windows.js';

/** How many files are compared with what is lost at most, by their ids and by their words. */
const MOST_IDS = 1000;
const MOST_TEXTS = 300;
/** How many UTF-16 units of texts are kept while one search goes on; what is beyond is read once more if need be. */
const MOST_KEPT = 20_000_000;

/** What is known of a file as long as it does not change. */
interface Known {
  readonly stamp: FileStamp;
  readonly ids: readonly string[];
  /** How well it fits lost transcripts, by their keys. */
  readonly fits: Map<string, Fit>;
}

/** Files that may be transcripts that are gone. Each is read once as long as it does not change. */
export class Candidates {
  private readonly known = new Map<string, Known>();
  private readonly texts = new Map<string, string>();
  private kept = 0;
  private listed: { transcripts: string[]; others: string[] } | undefined;

  constructor(private readonly study: Study) {}

  /**
   * Files that a lost transcript may be, likely ones first: transcripts its coders have said nothing of, all other
   * transcripts, further Markdown.
   */
  tiersFor({ files }: LostTranscript): string[][] {
    const { study } = this;
    const coders = new Set(files.map(({ coder }) => coder));
    const isTheirs = (path: string): boolean =>
      [...study.index.filesOf(path), ...study.readings.filesOf(path)].some(({ coder }) => coders.has(coder));
    const { transcripts, others } = this.all();
    return limit([transcripts.filter(path => !isTheirs(path)), transcripts.filter(isTheirs), others], MOST_IDS);
  }

  /** All files that any lost transcript may be, transcripts first: as many as are compared word by word. */
  toCompare(): string[] {
    const { transcripts, others } = this.all();
    return limit([transcripts, others], MOST_TEXTS).flat();
  }

  /** What git would call a file's content: the first 12 hex digits, be its line ends as they are or LF. Empty where it cannot be read. */
  async idsOf(path: string): Promise<readonly string[]> {
    return (await this.look(path))?.ids ?? [];
  }

  /**
   * How well a file fits each of some lost transcripts.
   * @param wanted by keys that change when the evidence does; asked for it only if the file was not compared with it yet
   * @returns by the same keys; empty where the file cannot be read
   */
  async fitsOf(path: string, wanted: ReadonlyMap<string, () => Promise<Evidence>>): Promise<ReadonlyMap<string, Fit>> {
    const known = await this.look(path);
    if (known === undefined) return new Map();
    for (const key of known.fits.keys()) if (!wanted.has(key)) known.fits.delete(key);
    const missing = [...wanted].filter(([key]) => !known.fits.has(key));
    const text = missing.length === 0 ? undefined : (this.texts.get(path) ?? (await this.read(path))?.text);
    if (text === undefined) return known.fits;
    const windows = windowsOf(text);
    for (const [key, gather] of missing) known.fits.set(key, fitOf(await gather(), windows));
    return known.fits;
  }

  /** The search is over: the texts and the list of files are kept no longer. */
  rest(): void {
    this.texts.clear();
    this.kept = 0;
    this.listed = undefined;
  }

  private all(): { transcripts: string[]; others: string[] } {
    this.listed ??= this.list();
    return this.listed;
  }

  private list(): { transcripts: string[]; others: string[] } {
    const { study } = this;
    const transcripts = study.transcriptPaths().filter(path => study.exists(path));
    const listed = new Set(transcripts);
    return { transcripts, others: [...study.paths()].filter(path => canBeCoded(path) && !listed.has(path)).sort() };
  }

  private async look(path: string): Promise<Known | undefined> {
    const stamp = this.study.stampOf(path);
    const known = this.known.get(path);
    if (known !== undefined && known.stamp === stamp) return known;
    const found = stamp && (await this.read(path));
    if (stamp === undefined || found === undefined) return undefined;
    const { text, base } = found;
    // git may store LF where the disk has CRLF. To ask it about each file would take longer than all the rest.
    const ids = text.includes('\r\n') ? [base, baseOf(encodeUtf8(text.replaceAll('\r\n', '\n')))] : [base];
    const next = { stamp, ids, fits: new Map<string, Fit>() };
    this.known.set(path, next);
    if (this.kept + text.length <= MOST_KEPT) {
      this.texts.set(path, text);
      this.kept += text.length;
    }
    return next;
  }

  /** One that cannot be read is none. */
  private async read(path: string): Promise<{ text: string; base: string } | undefined> {
    const bytes = await this.study.store.read(path).catch(() => undefined);
    return bytes && { text: decodeUtf8(bytes), base: baseOf(bytes) };
  }
}

/** The first so many of several lists. */
function limit(lists: readonly (readonly string[])[], most: number): string[][] {
  let left = most;
  return lists.map(list => {
    const taken = list.slice(0, left);
    left -= taken.length;
    return taken;
  });
}
