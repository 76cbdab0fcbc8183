import type { Codebook } from '../codebook/codebook.js';
import type { Coding } from '../coding/coding.js';
import { atOnce } from '../pieces.js';
import type { CodingAspect, CodingChange, CodingSide } from './change.js';
import type { EntryMatches } from './codebook/match.js';
import { fingerprintOf } from './keys.js';
import { type PlaceAspect, placeByQuote } from './places.js';
import { differencesOf } from './recordAspects.js';
import { type Placed, pairById, type RecordPair } from './records.js';
import { codingSide } from './studyState.js';

/** The codebooks of both states, and which of their entries are the same. */
export interface Books {
  readonly before: Codebook;
  readonly after: Codebook;
  readonly matches: EntryMatches;
}

/**
 * What changed in a coding, respect by respect. Its code is compared by what it goes by in the codebook of its own state: where only
 * the codebook changed, the coding did not.
 * @param pair its sides; the transcript of either is the one that both mean, by its path after the change
 * @param place how the anchors of both sides relate
 */
export function codingChanges({ before, after }: RecordPair<Coding>, books: Books, place: PlaceAspect): CodingChange[] {
  const old = before && codingSide(before.place, before.record, books.before);
  const now = after && codingSide(after.place, after.record, books.after);
  if (before === undefined || old === undefined) return now === undefined ? [] : [came(now)];
  if (after === undefined || now === undefined) return [went(old, books)];
  const differences = differencesOf(before, after, place);
  const isRecoded = !isSameCode(old.coding.code, now.coding.code, books);
  const changes: [CodingAspect, unknown, unknown][] = differences.map(({ aspect, before: b, after: a }) => [
    aspect,
    b,
    a,
  ]);
  if (isRecoded) changes.unshift(['code', old.code.id, now.code.id]);
  return changes.map(([aspect, b, a]) => ({
    what: 'coding-changed',
    aspect,
    before: old,
    after: now,
    ...commonOf(now, aspect === 'moved' || aspect === 'bounds' || aspect === 'anchor' ? 'place' : aspect),
    fingerprint: fingerprintOf(b, a),
    entries: [...new Set([now.code.id, today(old, books)])],
  }));
}

/**
 * What changed in codings, without the versions of the transcripts they were made on: whether a passage was moved is told by its
 * words then. For who looks through many states.
 * @param before codings with their files; of either side those that differ are enough
 */
export function compareCodings(
  before: readonly Placed<Coding>[],
  after: readonly Placed<Coding>[],
  books: Books,
): CodingChange[] {
  return atOnce(pairById(before, after)).flatMap(pair => codingChanges(pair, books, placeByQuote(pair)));
}

function came(after: CodingSide): CodingChange {
  const fingerprint = fingerprintOf(undefined, after.coding);
  return { what: 'coding-added', after, ...commonOf(after), fingerprint, entries: [after.code.id] };
}

function went(before: CodingSide, books: Books): CodingChange {
  const fingerprint = fingerprintOf(before.coding, undefined);
  return { what: 'coding-removed', before, ...commonOf(before), fingerprint, entries: [today(before, books)] };
}

function commonOf({ coder, path, transcript, coding }: CodingSide, respect?: string) {
  const key = respect === undefined ? `coding ${coding.id}` : `coding ${coding.id} ${respect}`;
  return { key, by: coder, path, transcript };
}

/** What the code of an earlier side goes by after the change; as it was, where it is gone. */
function today({ coding, code }: CodingSide, { before, after, matches }: Books): string {
  const entry = before.find(coding.code);
  const now = entry === undefined ? after.find(coding.code) : (matches.after.get(entry) ?? matches.merged.get(entry));
  return now?.id ?? code.id;
}

function isSameCode(before: string, after: string, { before: old, after: now, matches }: Books): boolean {
  if (before === after) return true;
  const [entry, other] = [old.find(before), now.find(after)];
  return entry !== undefined && other !== undefined && matches.after.get(entry) === other;
}

/** For sorting codings of a transcript: where one stands, after the change if it is there. */
export function positionOf(change: CodingChange): readonly [number, number] {
  return ('after' in change ? change.after : change.before).coding.at;
}
