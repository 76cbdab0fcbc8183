import { CODING_RECORDS } from '../coding/file.js';
import { COMMENT_RECORDS } from '../discussion/record.js';
import { READING_RECORDS } from '../reading/record.js';
import { ROUND_RECORDS } from '../rounds/record.js';
import { discussionPlaceOf, type PlaceInCodings, placeOf, readingPlaceOf, roundsPlaceOf } from '../study/layout.js';
import type { CoderText } from './records.js';
import type { StudyState } from './studyState.js';

/** The files of one coder about one transcript that differ between two states; of one kind. */
export interface CoderGroup {
  readonly kind: 'codings' | 'reading' | 'discussion' | 'rounds';
  readonly coder: string;
  /** By its path after the change. */
  readonly transcript: string;
  readonly before: readonly PlaceInCodings[];
  readonly after: readonly PlaceInCodings[];
}

/** Records of each kind, and how their files are read. */
export const KINDS = {
  codings: CODING_RECORDS,
  reading: READING_RECORDS,
  discussion: COMMENT_RECORDS,
  rounds: ROUND_RECORDS,
} as const;

/**
 * Files in coders' folders that say something else than before, those of one coder about one transcript together. A file that
 * is byte for byte what it was, there or where its transcript went, is not among them.
 * @param pathAfter the path after the change of a transcript of the earlier state
 */
export function coderGroups(
  before: StudyState,
  after: StudyState,
  pathAfter: (transcript: string) => string,
): CoderGroup[] {
  const groups = new Map<string, { -readonly [Key in keyof CoderGroup]: CoderGroup[Key] } & Lists>();
  const enter = (state: StudyState, other: StudyState, side: 'before' | 'after'): void => {
    for (const [path, id] of state.snapshot.files) {
      if (other.snapshot.files.get(path) === id) continue;
      const found = kindOf(path);
      if (found === undefined) continue;
      const { kind, place } = found;
      const isThere = side === 'after' && state.has(place.transcript);
      const transcript =
        kind === 'discussion' || kind === 'rounds' || isThere ? place.transcript : pathAfter(place.transcript);
      const key = `${kind}\n${place.coder}\n${transcript}`;
      const group = groups.get(key) ?? { kind, coder: place.coder, transcript, before: [], after: [] };
      groups.set(key, group);
      group[side].push({ ...place, transcript });
    }
  };
  enter(before, after, 'before');
  enter(after, before, 'after');
  const all = [...groups.values()].map(group => withoutEqual(group, before, after));
  return all.filter(group => group.before.length + group.after.length > 0);
}

interface Lists {
  readonly before: PlaceInCodings[];
  readonly after: PlaceInCodings[];
}

/** The texts of some files. */
export async function textsOf(state: StudyState, places: readonly PlaceInCodings[]): Promise<CoderText[]> {
  const texts: CoderText[] = [];
  for (const place of places) texts.push({ place, text: (await state.read(place.path)) ?? '' });
  return texts;
}

function kindOf(path: string): { kind: CoderGroup['kind']; place: PlaceInCodings } | undefined {
  const codings = placeOf(path);
  if (codings !== undefined) return { kind: 'codings', place: codings };
  const reading = readingPlaceOf(path);
  if (reading !== undefined) return { kind: 'reading', place: reading };
  // These are about no single transcript.
  const discussion = discussionPlaceOf(path);
  if (discussion !== undefined) return { kind: 'discussion', place: { ...discussion, transcript: '' } };
  const rounds = roundsPlaceOf(path);
  return rounds && { kind: 'rounds', place: { ...rounds, transcript: '' } };
}

/** Files that went along with their transcript as they were are left out. */
function withoutEqual(group: CoderGroup, before: StudyState, after: StudyState): CoderGroup {
  const idOf = (state: StudyState, { path }: PlaceInCodings): string => state.snapshot.files.get(path) ?? '';
  const left = [...group.after];
  const gone = group.before.filter(place => {
    const at = left.findIndex(other => idOf(after, other) === idOf(before, place));
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
  return { ...group, before: gone, after: left };
}
