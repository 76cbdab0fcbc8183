import { each, type Pieces } from '../pieces.js';
import type { PlaceInCodings } from '../study/layout.js';
import { putTo } from '../text/grouped.js';
import { normaliseText } from '../text/normalise.js';
import type { RecordKind } from '../text/records.js';
import { canonical } from './keys.js';

/** So many records are looked at in one piece. */
const PIECE = 1000;

/** A record and the file it stands in. `transcript` is the one that both states mean, by its path after the change. */
export interface Placed<T> {
  readonly place: PlaceInCodings;
  readonly record: T;
}

/** A file in a coder's folder with its text. */
export interface CoderText {
  readonly place: PlaceInCodings;
  readonly text: string;
}

/** A line that is no record, and the file it stands in. */
export interface Broken {
  readonly place: PlaceInCodings;
  readonly line: string;
}

/** What the lines of one side say that those of the other do not, letter by letter. */
export interface Side<T> {
  readonly records: readonly Placed<T>[];
  readonly broken: readonly Broken[];
}

/**
 * The lines in which a coder's files about one transcript differ. Lines that stand in both, wherever, are passed over unread:
 * of a file in which one record changed, one line a side is parsed.
 */
export function differingLines<T>(
  before: readonly CoderText[],
  after: readonly CoderText[],
  kind: RecordKind<T>,
): { readonly before: Side<T>; readonly after: Side<T> } {
  const [old, now] = [before.flatMap(linesOf), after.flatMap(linesOf)];
  return { before: sideOf(without(old, now), kind), after: sideOf(without(now, old), kind) };
}

function linesOf({ place, text }: CoderText): Broken[] {
  const lines = normaliseText(text).split('\n');
  return lines.flatMap(line => {
    const trimmed = line.trim();
    return trimmed === '' ? [] : [{ place, line: trimmed }];
  });
}

/** Lines that stand in the one list more often than in the other. */
function without(lines: readonly Broken[], others: readonly Broken[]): Broken[] {
  const counts = new Map<string, number>();
  for (const { line } of others) counts.set(line, (counts.get(line) ?? 0) + 1);
  return lines.filter(({ line }) => {
    const left = counts.get(line) ?? 0;
    if (left > 0) counts.set(line, left - 1);
    return left === 0;
  });
}

function sideOf<T>(lines: readonly Broken[], kind: RecordKind<T>): Side<T> {
  const records: Placed<T>[] = [];
  const broken: Broken[] = [];
  for (const { place, line } of lines) {
    const parsed = kind.parse(line);
    if (kind.isWhole(parsed)) records.push({ place, record: parsed });
    else broken.push({ place, line });
  }
  return { records, broken };
}

/** A record of both sides, or of one that has no partner. */
export interface RecordPair<T> {
  readonly before?: Placed<T>;
  readonly after?: Placed<T>;
}

/**
 * Pairs records by their ids, whatever file they stand in. Where an id stands more than once on a side, those that say the same
 * in the same place are pairs first; what is left over came or went.
 */
export function* pairById<T extends { readonly id: string }>(
  before: readonly Placed<T>[],
  after: readonly Placed<T>[],
): Pieces<RecordPair<T>[]> {
  const old = yield* byId(before);
  const pairs: RecordPair<T>[] = [];
  yield* each(yield* byId(after), PIECE, ([id, now]) => {
    pairs.push(...pairAll(old.get(id) ?? [], now));
    old.delete(id);
  });
  for (const gone of old.values()) for (const one of gone) pairs.push({ before: one });
  return pairs;
}

function* byId<T extends { readonly id: string }>(all: readonly Placed<T>[]): Pieces<Map<string, Placed<T>[]>> {
  const groups = new Map<string, Placed<T>[]>();
  yield* each(all, PIECE, one => putTo(groups, one.record.id, one));
  return groups;
}

function pairAll<T>(before: readonly Placed<T>[], after: readonly Placed<T>[]): RecordPair<T>[] {
  const [b, a] = [before[0], after[0]];
  if (before.length <= 1 && after.length === 1) return [{ ...(b && { before: b }), ...(a && { after: a }) }];
  const old = [...before];
  const left = [...after];
  const pairs: RecordPair<T>[] = [];
  for (const isLike of LIKE) {
    for (const one of [...left]) {
      const at = old.findIndex(other => isLike(other, one));
      if (at === -1) continue;
      pairs.push({ before: old[at] as Placed<T>, after: one });
      old.splice(at, 1);
      left.splice(left.indexOf(one), 1);
    }
  }
  return [...pairs, ...old.map(one => ({ before: one })), ...left.map(one => ({ after: one }))];
}

type IsLike = (a: Placed<unknown>, b: Placed<unknown>) => boolean;

const saysSame: IsLike = (a, b) => canonical(a.record) === canonical(b.record);
const isSameCoder: IsLike = (a, b) => a.place.coder === b.place.coder;
const isSameTranscript: IsLike = (a, b) => a.place.transcript === b.place.transcript;
const isSamePlace: IsLike = (a, b) => isSameCoder(a, b) && isSameTranscript(a, b);

/** From what makes two records of one id the same for certain to what is left. */
const LIKE: readonly IsLike[] = [
  (a, b) => isSamePlace(a, b) && saysSame(a, b),
  saysSame,
  isSamePlace,
  isSameTranscript,
  isSameCoder,
  () => true,
];
