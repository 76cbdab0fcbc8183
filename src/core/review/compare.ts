import type { Coding } from '../coding/coding.js';
import { mapped, type Pacing, type Pieces } from '../pieces.js';
import type { Note } from '../reading/record.js';
import { PARTICIPANTS_FILE, STUDY_FILE } from '../study/layout.js';
import { compareTexts } from '../text/compare.js';
import { sorted } from '../text/sorted.js';
import type { Change, CodingChange } from './change.js';
import { compareCodebooks } from './codebook/compareCodebooks.js';
import { matchEntries } from './codebook/match.js';
import { CoderChanges } from './coderChanges.js';
import { compareMemos } from './memos.js';
import { Pace, Stopped } from './pace.js';
import { compareParticipants } from './participants.js';
import { compareStudyFiles } from './studyFile.js';
import type { StudyState } from './studyState.js';
import { transcriptPairs } from './transcriptPairs.js';
import { type TranscriptSide, transcriptChanges } from './transcripts.js';

/** So many changes are looked at in one piece. */
const PIECE = 1000;

/** Two states of a study and what changed from the one to the other. */
export interface Comparison {
  readonly before: StudyState;
  readonly after: StudyState;
  /**
   * Every change once: the codebook in the order of the document, then transcript by transcript in the order of the text, then
   * people, memos, discussions and the study file.
   */
  readonly changes: readonly Change[];
  /** False where it was cancelled; then there are no changes. */
  readonly complete: boolean;
}

/**
 * What changed in the analysis between two states. Files that are byte for byte the same are not read; of a coder's file that
 * differs only the lines that do are.
 */
export async function compareStates(before: StudyState, after: StudyState, options: Pacing = {}): Promise<Comparison> {
  try {
    const pace = new Pace(options);
    const changes = await allChanges(before, after, pace);
    return { before, after, changes: await pace.through(withUniqueKeys(changes)), complete: true };
  } catch (error) {
    if (error instanceof Stopped) return { before, after, changes: [], complete: false };
    throw error;
  }
}

async function allChanges(before: StudyState, after: StudyState, pace: Pace): Promise<Change[]> {
  await pace.rest();
  const [old, now] = [await before.codebook(), await after.codebook()];
  const books = { before: old, after: now, matches: matchEntries(old, now) };
  await pace.rest();
  const { pairs, pathAfter } = await transcriptPairs(before, after, pace);
  const coders = new CoderChanges(before, after, books, pathAfter, pace);
  await coders.work();
  const ofTranscripts: Change[] = [...coders.ofTranscripts];
  const differing = pairs.filter(
    ([from, to]) => from !== to || before.snapshot.files.get(from ?? '') !== after.snapshot.files.get(to ?? ''),
  );
  pace.expect(differing.length);
  for (const [from, to] of differing) {
    const isBoth = from !== undefined && to !== undefined;
    const [one, other] = [await transcriptSide(before, from, isBoth), await transcriptSide(after, to, isBoth)];
    ofTranscripts.push(...transcriptChanges(one, other));
    await pace.step();
  }
  const isSame = (path: string): boolean => before.snapshot.files.get(path) === after.snapshot.files.get(path);
  const codings = coders.ofTranscripts.filter((change): change is CodingChange => change.what.startsWith('coding-'));
  return [
    ...(await pace.through(compareCodebooks(old, now, codings, books.matches))),
    ...(await pace.through(sortedByPlace(ofTranscripts))),
    ...(isSame(PARTICIPANTS_FILE) ? [] : compareParticipants(await before.participants(), await after.participants())),
    ...(await compareMemos(before, after, () => pace.rest())),
    ...coders.others,
    ...(isSame(STUDY_FILE) ? [] : compareStudyFiles(await before.read(STUDY_FILE), await after.read(STUDY_FILE))),
  ];
}

/** @param isRead whether its text matters */
async function transcriptSide(
  state: StudyState,
  path: string | undefined,
  isRead: boolean,
): Promise<TranscriptSide | undefined> {
  const id = path === undefined ? undefined : state.snapshot.files.get(path);
  if (path === undefined || id === undefined) return undefined;
  return { path, id, text: (isRead ? await state.read(path) : undefined) ?? '' };
}

/** By transcript; there what happened to it itself first, then codings and notes in the order of the text, then the rest. */
function* sortedByPlace(changes: readonly Change[]): Pieces<Change[]> {
  const sortable = yield* mapped(changes, PIECE, change => {
    return { change, rank: rankOf(change), record: recordOf(change) };
  });
  const inOrder = yield* sorted(
    sortable,
    (a, b) =>
      compareTexts(a.change.transcript ?? '', b.change.transcript ?? '') ||
      a.rank - b.rank ||
      (a.record?.at[0] ?? 0) - (b.record?.at[0] ?? 0) ||
      (a.record?.at[1] ?? 0) - (b.record?.at[1] ?? 0) ||
      compareTexts(a.record?.id ?? '', b.record?.id ?? ''),
  );
  return inOrder.map(({ change }) => change);
}

function rankOf({ what }: Change): number {
  if (what.startsWith('transcript-')) return 0;
  if (what.startsWith('coding-') || what.startsWith('note-')) return 1;
  return what === 'reading-state' ? 2 : 3;
}

function recordOf(change: Change): Coding | Note | undefined {
  switch (change.what) {
    case 'coding-added':
    case 'coding-changed':
      return change.after.coding;
    case 'coding-removed':
      return change.before.coding;
    case 'note-added':
    case 'note-changed':
      return change.after.note;
    case 'note-removed':
      return change.before.note;
    default:
      return undefined;
  }
}

/** Where an id stands more than once, so would a key; it then tells which one is meant by a number. */
function withUniqueKeys(changes: readonly Change[]): Pieces<Change[]> {
  const seen = new Map<string, number>();
  return mapped(changes, PIECE, change => {
    const count = (seen.get(change.key) ?? 0) + 1;
    seen.set(change.key, count);
    return count === 1 ? change : { ...change, key: `${change.key} #${count}` };
  });
}
