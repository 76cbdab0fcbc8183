import type { Note } from '../reading/record.js';
import type { NoteChange, NoteSide } from './change.js';
import { fingerprintOf } from './keys.js';
import type { PlaceAspect } from './places.js';
import { differencesOf } from './recordAspects.js';
import type { Placed, RecordPair } from './records.js';

/**
 * What changed in a note without a code, respect by respect.
 * @param place how the anchors of both sides relate
 */
export function noteChanges({ before, after }: RecordPair<Note>, place: PlaceAspect): NoteChange[] {
  const [old, now] = [before && sideOf(before), after && sideOf(after)];
  if (before === undefined || old === undefined) {
    if (now === undefined) return [];
    return [{ what: 'note-added', after: now, ...commonOf(now), fingerprint: fingerprintOf(undefined, now.note) }];
  }
  if (after === undefined || now === undefined)
    return [{ what: 'note-removed', before: old, ...commonOf(old), fingerprint: fingerprintOf(old.note, undefined) }];
  const differences = differencesOf(before, after, place);
  return differences.map(({ aspect, before: b, after: a }) => ({
    what: 'note-changed',
    aspect,
    before: old,
    after: now,
    ...commonOf(now, aspect === 'moved' || aspect === 'bounds' || aspect === 'anchor' ? 'place' : aspect),
    fingerprint: fingerprintOf(b, a),
  }));
}

function sideOf({ place: { coder, path, transcript }, record }: Placed<Note>): NoteSide {
  return { coder, path, transcript, note: record };
}

function commonOf({ coder, path, transcript, note }: NoteSide, respect?: string) {
  const key = respect === undefined ? `note ${note.id}` : `note ${note.id} ${respect}`;
  return { key, by: coder, path, transcript, entries: [] };
}
