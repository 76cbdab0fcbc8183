import type { Anchored } from '../coding/coding.js';
import { CodePoints } from '../text/codePoints.js';
import { type Followed, FollowedSpans } from '../text/followedSpans.js';
import { isSameSpan, type Span } from '../text/span.js';
import type { TextChange } from '../text/textChange.js';
import type { Anchors } from './anchors.js';
import type { CertainOutcome, Resolution } from './resolution.js';

/** A coding or note, under a key of its own among those of its transcript. */
export interface Keyed {
  readonly key: string;
  readonly record: Anchored;
}

/** Where a record is in a text that is being edited: at a certain place, in code points, or at none. */
export type Whereabouts = { readonly span: Span; readonly outcome: CertainOutcome } | { readonly lost: Resolution };

/** What was found when a record was looked up last. */
interface LookedUp {
  readonly record: Anchored;
  readonly resolution: Resolution;
  /** The text it was looked up in. */
  readonly points: CodePoints;
  /** The words at its place then. */
  readonly words: string | undefined;
}

/**
 * The codings and notes of a text that is being edited. They are looked up once and follow the edits from then on; only
 * those that lost their place have to be looked up again, when there is time.
 */
export class FollowedRecords {
  private readonly spans: FollowedSpans;
  private readonly known = new Map<string, LookedUp>();
  private readonly stale = new Set<string>();
  /** What the lines of records are about to say: the place to which these were followed. */
  private readonly awaited = new Map<string, Anchored>();
  private current: CodePoints | undefined;

  /** @param text as it is now: no byte order mark, line ends LF */
  constructor(text: string) {
    this.spans = new FollowedSpans(text);
  }

  /** The text as it was told last; another object whenever it became another, or was saved. */
  get points(): CodePoints {
    this.current ??= new CodePoints(this.spans.text);
    return this.current;
  }

  /** Takes an edit in: see `FollowedSpans`. */
  change(changes: readonly TextChange[], now: string): Followed {
    const followed = this.spans.change(changes, now);
    this.current = undefined;
    if (followed === 'replaced') this.lookUpLost();
    return followed;
  }

  /** The text was saved: from now on it is a version that has a name. */
  saved(): void {
    this.current = undefined;
  }

  /** Those that have to be looked up: they are new, or other than before, or it was asked for. */
  wanted<T extends Keyed>(records: readonly T[]): T[] {
    return records.filter(({ key, record }) => {
      const known = this.known.get(key);
      if (known === undefined || this.stale.has(key)) return true;
      if (isSameAnchor(known.record, record)) return false;
      const awaited = this.awaited.get(key);
      if (awaited === undefined || !isSameAnchor(awaited, record)) return true;
      this.awaited.delete(key);
      this.known.set(key, { ...known, record });
      return false;
    });
  }

  /** The lines of records are about to say where these are already. */
  await(records: readonly Keyed[]): void {
    for (const { key, record } of records) this.awaited.set(key, record);
  }

  /** All have to be looked up again: the text is another one. */
  lookUpAll(): void {
    for (const key of this.known.keys()) this.stale.add(key);
  }

  /** Those that have no place, and were not looked up in this very text, have to be; false where there is none. */
  lookUpLost(): boolean {
    let isAny = false;
    for (const [key, { points }] of this.known) {
      if (this.spans.at(key) !== undefined || points === this.current) continue;
      this.stale.add(key);
      isAny = true;
    }
    return isAny;
  }

  /** Looks records up. @param anchors of the text as it is now */
  settle(records: readonly Keyed[], anchors: Anchors): void {
    this.take(records.map(({ key, record }) => ({ key, record, resolution: anchors.resolve(record) })));
  }

  /** Takes in what is known of records in the text as it is now. */
  take(found: readonly (Keyed & { readonly resolution: Resolution })[]): void {
    const { points } = this;
    const corrected = new Map<string, Span | undefined>();
    for (const { key, record, resolution } of found) {
      const { span } = resolution;
      const units = span && { start: points.toUtf16(span.start), end: points.toUtf16(span.end) };
      const known = this.known.get(key);
      // Where its line says something else now, it is another passage that it means: undo of the text knows nothing of that.
      if (known !== undefined && isSameAnchor(known.record, record)) corrected.set(key, units);
      else if (known === undefined || !isSameSpan(this.spans.at(key), units)) this.spans.place(key, units);
      const words = units && points.text.slice(units.start, units.end);
      this.known.set(key, { record, resolution, points, words });
      this.stale.delete(key);
    }
    this.spans.settle(corrected);
  }

  /** Where a record is; undefined as long as it was not looked up. */
  where(key: string): Whereabouts | undefined {
    const known = this.known.get(key);
    if (known === undefined) return undefined;
    const { points } = this;
    const units = this.spans.at(key);
    if (units === undefined) return { lost: lostNow(known, points) };
    const span = { start: points.fromUtf16(units.start), end: points.fromUtf16(units.end) };
    return { span, outcome: outcomeNow(known, points.text.slice(units.start, units.end), span) };
  }

  /** Follows no others than these any more, once many are gone. */
  keepOnly(records: readonly Keyed[]): void {
    if (this.known.size <= 2 * records.length + 100) return;
    const keys = new Set(records.map(({ key }) => key));
    this.spans.keepOnly(keys);
    for (const key of this.known.keys()) if (!keys.has(key)) this.known.delete(key);
  }
}

/** What was found once holds as long as the text is the same; after that it is only known that the place is gone. */
function lostNow({ resolution, points }: LookedUp, now: CodePoints): Resolution {
  const { outcome, span, candidates } = resolution;
  if (span !== undefined) return { outcome: 'orphan', candidates: [] };
  return { outcome, candidates: points === now ? candidates : [] };
}

function outcomeNow({ record, resolution, words }: LookedUp, wordsNow: string, span: Span): CertainOutcome {
  const isChanged = wordsNow === words ? resolution.outcome === 'changed' : wordsNow !== record.quote;
  if (isChanged) return 'changed';
  return span.start === record.at[0] && span.end === record.at[1] ? 'exact' : 'relocated';
}

function isSameAnchor(a: Anchored, b: Anchored): boolean {
  if (a === b) return true;
  const isSameContext = a.context?.[0] === b.context?.[0] && a.context?.[1] === b.context?.[1];
  return a.quote === b.quote && a.base === b.base && a.at[0] === b.at[0] && a.at[1] === b.at[1] && isSameContext;
}
