import { Clippings } from './clippings.js';
import { fingerprint } from './fingerprint.js';
import { Retyping } from './retyping.js';
import { isSameSpan, overlaps, type Span } from './span.js';
import { moveAll, SpanLog } from './spanLog.js';
import { insertedBy, moveThrough, replacedIn, type Stretch, stretchesOf } from './stretches.js';
import { applyChanges, type TextChange } from './textChange.js';

/** One span that is followed. */
interface Spot {
  /** Another one each time a key is placed anew: what is remembered of the one before does not hold for it. */
  readonly id: number;
  /** Missing while it is nowhere. */
  span?: Span | undefined;
  /** How long it was when it was placed. */
  size: number;
}

/**
 * What became of the spans: `followed` the text; are where they were when the text was this one before (`restored`);
 * or, where so much was replaced at once that nothing is known of what was in it, are partly nowhere (`replaced`).
 */
export type Followed = 'followed' | 'restored' | 'replaced';

/**
 * Spans that follow the edits of a text. An undo, of however many edits at once, and a redo bring each back exactly as it
 * was; text that is moved takes along those it holds. All positions are UTF-16 units.
 */
export class FollowedSpans {
  private readonly spots = new Map<string, Spot>();
  private readonly log = new SpanLog();
  private readonly clippings = new Clippings();
  private readonly retyping = new Retyping();
  private lastId = 0;

  /** @param current the text, as it is now */
  constructor(private current: string) {}

  /** The text as it was told last. */
  get text(): string {
    return this.current;
  }

  /** Whether a span is followed or, having been lost, is known of. */
  has(key: string): boolean {
    return this.spots.has(key);
  }

  /** Where a span is; undefined where it is nowhere. */
  at(key: string): Span | undefined {
    return this.spots.get(key)?.span;
  }

  /** Follows a span from here on; what was remembered under the key does not hold any more. */
  place(key: string, span: Span | undefined): void {
    this.spots.set(key, { id: ++this.lastId, span, size: lengthOf(span) });
  }

  /** Corrects where spans are, undefined: nowhere. Undo brings them back to where they were before all the same. */
  settle(places: ReadonlyMap<string, Span | undefined>): void {
    const exceptions = new Map<number, Span | undefined>();
    for (const [key, span] of places) {
      const spot = this.spots.get(key);
      if (spot === undefined || isSameSpan(spot.span, span)) continue;
      exceptions.set(spot.id, spot.span);
      spot.span = span;
      spot.size = lengthOf(span);
    }
    if (exceptions.size > 0) this.log.push({ before: fingerprint(this.current), back: [], exceptions });
  }

  /** Follows no other spans than these any more. */
  keepOnly(keys: { has(key: string): boolean }): void {
    for (const key of this.spots.keys()) if (!keys.has(key)) this.spots.delete(key);
  }

  /**
   * Takes an edit in.
   * @param changes made one after the other, each counted in the text after those before it
   * @param now the text after all of them
   */
  change(changes: readonly TextChange[], now: string): Followed {
    if (now === this.current) return 'restored';
    const stretches = stretchesOf(changes);
    const growth = stretches.reduce((sum, { moves }) => sum + moves.growth, 0);
    // Should the editor ever tell something else than it did, nothing is known any more.
    const isTold = this.current.length + growth === now.length;
    const back = isTold ? stretches.map(({ moves }) => moves.inverse()).reverse() : [];
    const before = fingerprint(this.current);
    const known = this.log.find(fingerprint(now));
    const unknown = isTold ? replacedIn(stretches, this.current) : { start: 0, end: this.current.length };
    const next = known === undefined ? this.moved(stretches, unknown) : this.restored(known);
    const exceptions = new Map<number, Span | undefined>();
    for (const [spot, span] of next) {
      const again = span && { start: span.start, end: span.end };
      const comesBack = isTold && again !== undefined && moveAll(back, again) && isSameSpan(again, spot.span);
      if (!comesBack && (span ?? spot.span) !== undefined) exceptions.set(spot.id, spot.span);
      spot.span = span;
    }
    this.log.push({ before, back, exceptions });
    this.current = now;
    if (known !== undefined) return 'restored';
    return unknown === undefined ? 'followed' : 'replaced';
  }

  /** Where the spans were in a text that was there lately; undefined where it was not, or too long ago. */
  in(text: string): ReadonlyMap<string, Span> | undefined {
    const isCurrent = text === this.current;
    const step = isCurrent ? undefined : this.log.find(fingerprint(text));
    if (!isCurrent && step === undefined) return undefined;
    const places = new Map<string, Span>();
    for (const [key, { id, span }] of this.spots) {
      const there = step === undefined ? span : this.log.before(step, id, span);
      if (there !== undefined) places.set(key, there);
    }
    return places;
  }

  private restored(step: number): Map<Spot, Span | undefined> {
    this.retyping.stop();
    return new Map([...this.spots.values()].map(spot => [spot, this.log.before(step, spot.id, spot.span)]));
  }

  private moved(stretches: readonly Stretch[], unknown: Span | undefined): Map<Spot, Span | undefined> {
    const [only, ...others] = stretches.flatMap(({ changes }) => changes);
    const isOne = only !== undefined && others.length === 0 && unknown === undefined;
    if (!isOne) this.retyping.stop();
    const retype = isOne ? this.retyping.next(only) : undefined;
    const next = new Map<Spot, Span | undefined>();
    const lost: Lost[] = [];
    for (const spot of this.spots.values()) {
      const { id, span } = spot;
      const moving = span && { start: span.start, end: span.end };
      const isKnown = moving !== undefined && (unknown === undefined || !overlaps(moving, unknown));
      const isThere = isKnown && moveThrough(stretches, moving, (stretch, at) => lost.push({ spot, stretch, at }));
      if (isThere) retype?.(id, span as Span, moving);
      next.set(spot, isThere ? moving : undefined);
    }
    this.takeUp(stretches, lost, next);
    return next;
  }

  /** Lets spans that went with removed text go where it is put in, at once or later. */
  private takeUp(stretches: readonly Stretch[], lost: readonly Lost[], next: Map<Spot, Span | undefined>): void {
    this.clip(stretches, lost);
    if (this.clippings.isEmpty) return;
    const byId = new Map([...next].filter(([, span]) => span === undefined).map(([spot]) => [spot.id, spot]));
    if (byId.size === 0) return;
    for (const { id, start, end } of this.clippings.found(insertedBy(stretches), one => byId.has(one))) {
      next.set(byId.get(id) as Spot, { start, end });
    }
  }

  private clip(stretches: readonly Stretch[], lost: readonly Lost[]): void {
    let text = this.current;
    stretches.forEach(({ changes }, i) => {
      const gone = lost.filter(one => one.stretch === i);
      for (const change of changes) {
        if (change.end === change.start) continue;
        const inside = gone.filter(one => holds(change, one));
        const passages = inside.map(({ spot: { id }, at }) => ({
          id,
          start: at.start - change.start,
          end: at.end - change.start,
        }));
        this.clippings.removed(passages.length === 0 ? '' : text.slice(change.start, change.end), passages);
      }
      // The text between stretches is needed only for those that are lost later.
      if (lost.some(({ stretch }) => stretch > i)) text = applyChanges(text, changes);
    });
  }
}

/** A span of which nothing was left after a stretch of changes, and where it was before that. */
interface Lost {
  readonly spot: Spot;
  readonly stretch: number;
  readonly at: Span;
}

/** Whether a removal took a span as a whole; one that had lost a good part before is not what was coded. */
function holds(change: Span, { at, spot }: Lost): boolean {
  return change.start <= at.start && at.end <= change.end && 4 * (at.end - at.start) >= 3 * spot.size;
}

const lengthOf = (span: Span | undefined): number => (span === undefined ? 0 : span.end - span.start);
