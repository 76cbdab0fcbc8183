import { Clippings } from './clippings.js';
import { fingerprint } from './fingerprint.js';
import type { Replacements } from './replacements.js';
import { Retyping } from './retyping.js';
import { isSameSpan, overlaps, type Span } from './span.js';
import { moveAll, SpanLog } from './spanLog.js';
import { insertedBy, replacedIn, type Stretch, stretchesOf } from './stretches.js';
import { applyChanges, type TextChange } from './textChange.js';
import type { MovingSpan } from './trackSpan.js';

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

  /** Fingerprint of the text. */
  private name: string;

  /** @param current the text, as it is now */
  constructor(private current: string) {
    this.name = fingerprint(current);
  }

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
    if (exceptions.size > 0) this.log.push({ before: this.name, back: [], exceptions });
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
    const name = fingerprint(now);
    const known = this.log.find(name);
    const unknown = isTold ? replacedIn(stretches, this.current) : { start: 0, end: this.current.length };
    const spots = [...this.spots.values()];
    const next = known === undefined ? this.moved(spots, stretches, unknown) : this.restored(spots, known);
    const back = isTold ? stretches.map(({ moves }) => moves.inverse()).reverse() : [];
    this.log.push({ before: this.name, back, exceptions: exceptionsTo(back, isTold, spots, next) });
    this.current = now;
    this.name = name;
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

  private restored(spots: readonly Spot[], step: number): Next[] {
    this.retyping.stop();
    return spots.map(({ id, span }) => ({ span: this.log.before(step, id, span), isTouched: true }));
  }

  private moved(spots: readonly Spot[], stretches: readonly Stretch[], unknown: Span | undefined): Next[] {
    const [only, ...others] = stretches.flatMap(({ changes }) => changes);
    const isOne = only !== undefined && others.length === 0 && unknown === undefined;
    if (!isOne) this.retyping.stop();
    const retype = isOne ? this.retyping.next(only) : undefined;
    const lost: Lost[] = [];
    const next = spots.map((spot): Next => {
      const { id, span } = spot;
      if (span === undefined || (unknown !== undefined && overlaps(span, unknown))) return NOWHERE;
      const moving = { start: span.start, end: span.end };
      const gone = moveThrough(stretches, moving);
      if (typeof gone === 'object') {
        lost.push({ spot, ...gone });
        return NOWHERE;
      }
      if (gone === 'apart') return { span: moving, isTouched: false };
      retype?.(id, span, moving);
      return { span: moving, isTouched: true };
    });
    this.clip(stretches, lost);
    return this.clippings.isEmpty ? next : this.takenUp(spots, stretches, next);
  }

  /** Lets spans that went with removed text go where it is put in, at once or later. */
  private takenUp(spots: readonly Spot[], stretches: readonly Stretch[], next: Next[]): Next[] {
    const missing = new Map(spots.flatMap(({ id }, i) => (next[i]?.span === undefined ? [[id, i]] : [])));
    if (missing.size === 0) return next;
    for (const { id, start, end } of this.clippings.found(insertedBy(stretches), one => missing.has(one))) {
      next[missing.get(id) as number] = { span: { start, end }, isTouched: true };
    }
    return next;
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

/** Where a span is after an edit, and whether that touched it. */
interface Next {
  readonly span: Span | undefined;
  readonly isTouched: boolean;
}

const NOWHERE: Next = { span: undefined, isTouched: true };

/** After which stretch of changes nothing was left of a span, and where it was before that. */
interface Gone {
  readonly stretch: number;
  readonly at: Span;
}

interface Lost extends Gone {
  readonly spot: Spot;
}

/** Moves a span along, in place. */
function moveThrough(stretches: readonly Stretch[], moving: MovingSpan): 'apart' | 'touched' | Gone {
  let isApart = true;
  for (let i = 0; i < stretches.length; i++) {
    const { start, end } = moving;
    const moved = (stretches[i] as Stretch).moves.move(moving);
    if (moved === 'gone') return { stretch: i, at: { start, end } };
    if (moved === 'touched') isApart = false;
  }
  return isApart ? 'apart' : 'touched';
}

/** Takes spans to where they are now; gives where those were that the inverse of the edit does not take back. */
function exceptionsTo(
  back: readonly Replacements[],
  isTold: boolean,
  spots: readonly Spot[],
  next: readonly Next[],
): Map<number, Span | undefined> {
  const exceptions = new Map<number, Span | undefined>();
  spots.forEach((spot, i) => {
    const { span, isTouched } = next[i] as Next;
    if (isTouched && (span ?? spot.span) !== undefined) {
      const again = span && { start: span.start, end: span.end };
      const comesBack = isTold && again !== undefined && moveAll(back, again) && isSameSpan(again, spot.span);
      if (!comesBack) exceptions.set(spot.id, spot.span);
    }
    spot.span = span;
  });
  return exceptions;
}

/** Whether a removal took a span as a whole; one that had lost a good part before is not what was coded. */
function holds(change: Span, { at, spot }: Lost): boolean {
  return change.start <= at.start && at.end <= change.end && 4 * (at.end - at.start) >= 3 * spot.size;
}

const lengthOf = (span: Span | undefined): number => (span === undefined ? 0 : span.end - span.start);
