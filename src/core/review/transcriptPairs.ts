import { canBeCoded } from '../study/config.js';
import { type PlaceInCodings, placeOf } from '../study/layout.js';
import type { Pace } from './pace.js';
import { renamedFiles } from './renamedFiles.js';
import type { StudyState } from './studyState.js';

/** Which transcripts of two states are the same. */
export interface TranscriptPairs {
  /** Transcripts that are there at one state or both, by their paths; where both differ it was renamed. */
  readonly pairs: readonly (readonly [before: string | undefined, after: string | undefined])[];
  /** The path after the change that a transcript of the earlier state has, as its coders' files name it. */
  pathAfter(transcript: string): string;
}

/**
 * Pairs transcripts. Where a study keeps its transcripts out of git, a commit has none of them: then nothing is known of them there,
 * and they neither came nor went.
 */
export async function transcriptPairs(before: StudyState, after: StudyState, pace: Pace): Promise<TranscriptPairs> {
  const counted = new Set([...(await before.transcriptPaths()), ...(await after.transcriptPaths())]);
  const oneSided = (state: StudyState, other: StudyState) => {
    const isOne = ([path]: readonly [string, string]): boolean => counted.has(path) && !other.has(path);
    return {
      files: new Map([...state.snapshot.files].filter(isOne)),
      read: (path: string) => state.read(path),
    };
  };
  const [gone, fresh] = [oneSided(before, after), oneSided(after, before)];
  const along = await movedAlong(before, after, pace);
  const renamed = await renamedFiles(gone, fresh, along, () => pace.rest());
  const pairs: [string | undefined, string | undefined][] = [...counted]
    .filter(path => before.has(path) && after.has(path))
    .map(path => [path, path]);
  pairs.push(...renamed);
  const arrived = new Set(renamed.values());
  if (knowsTranscripts(before) && knowsTranscripts(after)) {
    for (const path of gone.files.keys()) if (!renamed.has(path)) pairs.push([path, undefined]);
    for (const path of fresh.files.keys()) if (!arrived.has(path)) pairs.push([undefined, path]);
  }
  const pathAfter = (path: string): string =>
    renamed.get(path) ?? (after.has(path) || before.has(path) ? path : (along.get(path) ?? path));
  return { pairs, pathAfter };
}

/** Whether a state has transcripts at all, or nobody has coded any. */
function knowsTranscripts(state: StudyState): boolean {
  if (state.name.is === 'working') return true;
  const coded = state.coderFiles();
  return coded.length === 0 || coded.some(({ transcript }) => state.has(transcript)) || hasOther(state);
}

function hasOther({ snapshot }: StudyState): boolean {
  for (const path of snapshot.files.keys()) if (path.startsWith('transcripts/') && canBeCoded(path)) return true;
  return false;
}

/** Files of coders that are gone and whose lines are in new ones, as transcripts: where those of one went, and where all agree. */
async function movedAlong(before: StudyState, after: StudyState, pace: Pace): Promise<Map<string, string>> {
  const only = (state: StudyState, other: StudyState): PlaceInCodings[] => {
    const mirrored = new Set(other.coderFiles().map(({ transcript }) => transcript));
    return state
      .coderFiles()
      .filter(
        ({ path, transcript }) => placeOf(path) !== undefined && !mirrored.has(transcript) && !other.has(transcript),
      );
  };
  const [gone, fresh] = [only(before, after), only(after, before)];
  const found = new Map<string, string | undefined>();
  if (gone.length === 0 || fresh.length === 0) return new Map();
  const homes = new Map<string, string>();
  for (const { path, coder, transcript } of fresh) {
    for (const id of idsIn(await after.read(path))) homes.set(`${coder} ${id}`, transcript);
    await pace.rest();
  }
  for (const { path, coder, transcript } of gone) {
    const ids = idsIn(await before.read(path));
    const counts = new Map<string, number>();
    for (const id of ids) {
      const home = homes.get(`${coder} ${id}`);
      if (home !== undefined) counts.set(home, (counts.get(home) ?? 0) + 1);
    }
    const home = [...counts].find(([, count]) => 2 * count > ids.length)?.[0];
    const isAgreed = home !== undefined && (!found.has(transcript) || found.get(transcript) === home);
    found.set(transcript, isAgreed ? home : undefined);
    await pace.rest();
  }
  return new Map([...found].flatMap(([from, to]) => (to === undefined ? [] : [[from, to] as const])));
}

/** Ids of the records in a file, without reading it line by line. */
function idsIn(text: string | undefined): string[] {
  return [...(text ?? '').matchAll(/"id": ?"([0-9a-z]{10})"/g)].map(match => match[1] as string);
}
