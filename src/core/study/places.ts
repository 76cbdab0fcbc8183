import { Anchors } from '../anchoring/anchors.js';
import type { Anchored } from '../coding/coding.js';
import { inPieces } from '../pieces.js';
import type { Environment, FileStore } from '../ports.js';
import type { CodePoints } from '../text/codePoints.js';
import { normaliseText } from '../text/normalise.js';
import { decodeUtf8 } from '../text/utf8.js';

/** One version of a transcript: its text (no byte order mark, line ends LF) and its id. */
export interface Version {
  readonly points: CodePoints;
  /** First 12 hex digits of the git blob id; undefined for a text that was not saved. */
  readonly base?: string;
}

/** What is kept of one text: where things are in it, and the older versions that were asked for. */
interface Kept {
  readonly anchors: Anchors;
  readonly versions: Map<string, string>;
  readonly asked: Set<string>;
  /** Done once all that was asked for so far is ready. */
  ready: Promise<unknown>;
}

/** How many UTF-16 units of older versions are kept for texts that come, as they do while somebody types. */
const MOST_KEPT = 8_000_000;
const MOST_RECENT = 4;

/** Where codings and notes are in texts of transcripts; brings the older versions they were made on from git. */
export class Places {
  /** Older versions by their ids, the one that was asked for last at the end. */
  private readonly texts = new Map<string, string>();
  private size = 0;
  private readonly kept = new WeakMap<CodePoints, Kept>();
  /** The last few by the ids of their texts: whoever looks at a text anew need not find out again what is known. */
  private readonly recent = new Map<string, Kept>();

  /** @param recordsOf all codings and notes of a transcript */
  constructor(
    private readonly store: FileStore,
    private readonly environment: Environment,
    private readonly recordsOf: (path: string) => Iterable<Anchored>,
  ) {}

  /**
   * Where the codings and notes of a transcript are in a text of it.
   * @param further records that are not the study's, such as those of a version that comes in
   */
  in(path: string, version: Version, further: Iterable<Anchored> = []): Promise<Anchors> {
    return this.ofRecords([...this.recordsOf(path), ...further], version);
  }

  /** Where some records of a transcript are in a text of it. */
  async ofRecords(records: readonly Anchored[], version: Version): Promise<Anchors> {
    const kept = this.of(version);
    const wanted = this.missing(records, kept);
    await Promise.all(wanted.map(base => this.bring(kept, base)));
    // One after the other: what one found out the next need not find out again.
    const prepare = (): Promise<void> =>
      inPieces(kept.anchors.prepare(records), { pause: this.environment.takingTurns?.() });
    kept.ready = kept.ready.then(prepare, prepare);
    await kept.ready;
    return kept.anchors;
  }

  /** As `in`, without waiting: undefined where older versions have to be brought first. */
  peek(path: string, version: Version): Anchors | undefined {
    const kept = this.of(version);
    for (const base of this.missing(this.recordsOf(path), kept)) {
      const text = this.texts.get(base);
      if (text === undefined) return undefined;
      take(kept, base, text);
    }
    return kept.anchors;
  }

  /** An older version of a transcript: no byte order mark, line ends LF; undefined where git does not have it. */
  async textOf(base: string): Promise<string | undefined> {
    const bytes = this.texts.has(base) ? undefined : await this.store.gitVersion?.(base);
    const text = this.texts.get(base) ?? (bytes && normaliseText(decodeUtf8(bytes)));
    if (text !== undefined) this.keep(base, text);
    return text;
  }

  private of({ points, base }: Version): Kept {
    const found = this.kept.get(points) ?? this.recent.get(base ?? '');
    if (found !== undefined) return found;
    const versions = new Map<string, string>();
    const anchors = new Anchors(points, base, versions);
    const kept = { anchors, versions, asked: new Set<string>(), ready: Promise.resolve() };
    this.kept.set(points, kept);
    if (base !== undefined) this.recent.set(base, kept);
    const [oldest] = this.recent.keys();
    if (this.recent.size > MOST_RECENT && oldest !== undefined) this.recent.delete(oldest);
    return kept;
  }

  private missing(records: Iterable<Anchored>, { anchors, asked }: Kept): string[] {
    if (this.store.gitVersion === undefined) return [];
    const wanted = new Set<string>();
    for (const record of records) {
      const { base } = record;
      if (base !== undefined && !asked.has(base) && !wanted.has(base) && anchors.wantsVersion(record)) wanted.add(base);
    }
    return [...wanted];
  }

  private async bring(kept: Kept, base: string): Promise<void> {
    take(kept, base, await this.textOf(base));
  }

  private keep(base: string, text: string): void {
    if (!this.texts.delete(base)) this.size += text.length;
    this.texts.set(base, text);
    for (const [oldest, { length }] of this.texts) {
      if (this.size <= MOST_KEPT || oldest === base) return;
      this.texts.delete(oldest);
      this.size -= length;
    }
  }
}

function take({ versions, asked }: Kept, base: string, text: string | undefined): void {
  if (text !== undefined) versions.set(base, text);
  asked.add(base);
}
