import { colorOf } from '../codebook/colors.js';
import type { SeenTranscript } from '../coding/actions.js';
import { type Entry, lineOf, type SeenRecord } from '../coding/seenRecord.js';
import type { Pacing } from '../pieces.js';
import { PARTICIPANTS_FILE } from '../study/layout.js';
import type { Study } from '../study/study.js';
import type { Span } from '../text/span.js';
import type { ElsewhereSearch, Lost } from './elsewhere.js';
import { MOST_CONTEXT } from './excerptContext.js';
import type { ReviewPassage } from './reviewEntry.js';
import { type FoundRecord, ReviewedTranscript } from './reviewedTranscript.js';
import type { ReviewKind } from './reviewKind.js';
import { compareTranscripts } from './transcriptOrder.js';

/** A coding or note that somebody has to look at: plain data, ready to be sent to a page. */
export interface ReviewEntry extends ReviewPassage {
  /** Tells it from all others of the list. */
  readonly key: string;
  /** Id of the coding or note. */
  readonly id: string;
  readonly kind: ReviewKind;
  readonly coder: string;
  /** Path of the transcript its record belongs to. */
  readonly transcript: string;
  /** Whether that file is there. */
  readonly isThere: boolean;
  /** What it is coded with today; missing for a note. */
  readonly code?: { readonly title: string; readonly color: string };
  readonly memo?: string;
  /** When it was coded, as written. */
  readonly created?: string;
  /** Since when it is kept without a place, as written. */
  readonly settled?: string;
  /** How much is shown around its passages: from 1, the more the wider. */
  readonly step: number;
}

/** All that is to be reviewed. */
export interface ReviewList {
  /** By transcript, then position. */
  readonly entries: readonly ReviewEntry[];
  /** False where the reading was cancelled: `entries` then holds what had been read. */
  readonly complete: boolean;
}

/** What is listed, and how much is shown of it. */
export interface ReviewWish {
  /** Path of the only transcript that is wanted; else all are. */
  readonly transcript?: string | undefined;
  /** Who looks: notes are reviewed by those who wrote them. */
  readonly me?: string | undefined;
  /** How much is shown around passages, by the keys of entries; 1 where nothing is said. */
  readonly steps: ReadonlyMap<string, number>;
  /** Keys of the entries of which all places are shown. */
  readonly expanded: ReadonlySet<string>;
}

/** A coding or note as it was listed, for who decides about it. */
export interface ListedRecord {
  readonly record: SeenRecord;
  readonly entry: Entry;
  /** The transcript as it was read; missing where the file is not there. */
  readonly seen?: SeenTranscript;
  /** Its place, where that is certain. */
  readonly span?: Span;
}

/** How far reading has come, in transcripts. `soFar` makes a list of what has been read. */
export type ReviewProgress = (done: number, total: number, soFar: () => ReviewList) => void;

/** Places shown at first, and at most. */
const FIRST_PLACES = 3;
const MOST_PLACES = 24;

/**
 * Reads what is to be reviewed, one transcript after the other, and keeps it, so that a choice costs one reading of a coding
 * file. One reader is for one list; drop it with the list.
 */
export class ReviewReader {
  private readonly kept = new Map<string, ReviewedTranscript>();
  private listed = new Map<string, ListedRecord>();
  private turn = 0;

  constructor(
    private readonly study: Study,
    private readonly elsewhere: ElsewhereSearch,
  ) {}

  /** Takes note of files that changed: what depends on them is read again the next time. */
  forget(paths: readonly string[]): void {
    if (paths.includes(PARTICIPANTS_FILE)) this.kept.clear();
    for (const path of paths) this.kept.delete(path);
    for (const reviewed of this.kept.values()) reviewed.forgetPlacesIn(paths);
  }

  /** What was listed under a key the last time. */
  record(key: string): ListedRecord | undefined {
    return this.listed.get(key);
  }

  /** The passages whose words are gone from their transcripts, to be looked for in others. */
  lost(): Lost[] {
    return [...this.kept.values()].flatMap(({ path, found }) =>
      found
        .filter(({ kind, resolution }) => kind === 'orphan' && resolution.outcome === 'orphan')
        .map(({ entry: { quote, context } }) => ({
          quote,
          ...(context === undefined ? {} : { context }),
          transcript: path,
        })),
    );
  }

  /** Reads the list. */
  async read(
    wish: ReviewWish,
    progress?: ReviewProgress,
    { cancellation, pause }: Omit<Pacing, 'progress'> = {},
  ): Promise<ReviewList> {
    const paths = this.pathsOf(wish);
    for (const path of this.kept.keys()) if (!paths.includes(path)) this.kept.delete(path);
    const entries: ReviewEntry[] = [];
    const listed = new Map<string, ListedRecord>();
    const turn = ++this.turn;
    const listOf = (complete: boolean): ReviewList => {
      // What a newer reading lists is not put back by one that was slow to stop.
      if (turn === this.turn) this.listed = listed;
      return { entries: [...entries], complete };
    };
    let done = 0;
    for (const path of paths) {
      if (cancellation?.cancelled) break;
      const reviewed = this.kept.get(path) ?? new ReviewedTranscript(this.study, path);
      this.kept.set(path, reviewed);
      await reviewed.read(wish.me);
      for (const found of reviewed.found) entries.push(await this.entryOf(reviewed, found, wish, listed));
      reviewed.rest();
      done++;
      progress?.(done, paths.length, () => listOf(false));
      await pause?.();
    }
    return listOf(done === paths.length);
  }

  private pathsOf({ transcript }: ReviewWish): string[] {
    if (transcript !== undefined) return [transcript];
    const { index, readings } = this.study;
    return [...new Set([...index.codedTranscripts(), ...readings.transcripts()])].sort(compareTranscripts);
  }

  private async entryOf(
    reviewed: ReviewedTranscript,
    found: FoundRecord,
    { steps, expanded }: ReviewWish,
    listed: Map<string, ListedRecord>,
  ): Promise<ReviewEntry> {
    const { entry, file, kind, resolution } = found;
    const { path, seen } = reviewed;
    const name = JSON.stringify([file.path, entry.id]);
    const key = listed.has(name) ? `${name} ${listed.size}` : name;
    const record = { path: file.path, id: entry.id, line: lineOf(entry) };
    const { span } = resolution;
    listed.set(key, {
      record,
      entry,
      ...(seen === undefined ? {} : { seen }),
      ...(span === undefined ? {} : { span }),
    });
    const wantsAll = expanded.has(key);
    const step = Math.min(steps.get(key) ?? 1, MOST_CONTEXT);
    const wishOfOne = { step, most: wantsAll ? MOST_PLACES : FIRST_PLACES, wantsAll };
    const elsewhere =
      kind === 'orphan' || kind === 'settled' ? this.elsewhere.places({ ...entry, transcript: path }) : [];
    const passage = await reviewed.passageOf(found, wishOfOne, elsewhere);
    return {
      key,
      id: entry.id,
      kind,
      coder: file.coder,
      transcript: path,
      isThere: seen !== undefined,
      ...codeOf(this.study, entry),
      ...(entry.memo === undefined ? {} : { memo: entry.memo }),
      ...(entry.created === undefined ? {} : { created: entry.created }),
      ...(kind === 'settled' && entry.orphan !== undefined ? { settled: entry.orphan } : {}),
      step,
      ...passage,
    };
  }
}

function codeOf(study: Study, entry: Entry): Pick<ReviewEntry, 'code'> {
  if (!('code' in entry)) return {};
  const code = study.entry(entry.code);
  return { code: { title: study.titleOf(entry.code), color: colorOf(code ?? { id: entry.code }) } };
}
