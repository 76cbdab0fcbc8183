import type { Anchored, Coding } from '../coding/coding.js';
import type { CommentRecord } from '../discussion/record.js';
import { parseReadingFile } from '../reading/file.js';
import { isNote, type Note, type ReadingRecord } from '../reading/record.js';
import type { RoundRecord } from '../rounds/record.js';
import type { PlaceInCodings } from '../study/layout.js';
import { readingPlaceOf } from '../study/layout.js';
import { compareTexts } from '../text/compare.js';
import { sorted } from '../text/sorted.js';
import type { Change, CommentChange, RoundChange } from './change.js';
import { type CoderGroup, coderGroups, KINDS, textsOf } from './coderGroups.js';
import { type Books, codingChanges } from './codings.js';
import { commentChanges } from './comments.js';
import { lineChanges } from './lines.js';
import { noteChanges } from './notes.js';
import type { Pace } from './pace.js';
import { type PlaceAspect, PlaceComparison } from './places.js';
import { readingChanges, type Said } from './readingStates.js';
import { differingLines, type Placed, pairById, type RecordPair, type Side } from './records.js';
import { roundChanges } from './rounds.js';
import type { StudyState } from './studyState.js';
import { VersionTexts } from './versionTexts.js';

/** After so many pairs of records others get their turn. */
const PIECE = 50;

/** Records of one kind that differ, from all files. */
class Found<T> {
  readonly before: Placed<T>[] = [];
  readonly after: Placed<T>[] = [];

  add(before: Side<T>, after: Side<T>): void {
    for (const one of before.records) this.before.push(one);
    for (const one of after.records) this.after.push(one);
  }
}

/** What changed in coders' folders: first the lines that differ are collected from all files, then records are paired by id. */
export class CoderChanges {
  /** Changes to codings, notes and reading states, and broken lines beside them; in no particular order. */
  readonly ofTranscripts: Change[] = [];
  /** Changes to discussions and blind rounds. */
  readonly others: Change[] = [];
  private readonly codings = new Found<Coding>();
  private readonly notes = new Found<Note>();
  private readonly comments = new Found<CommentRecord>();
  private readonly rounds = new Found<RoundRecord>();
  private readonly places: PlaceComparison;

  constructor(
    private readonly before: StudyState,
    private readonly after: StudyState,
    private readonly books: Books,
    private readonly pathAfter: (transcript: string) => string,
    private readonly pace: Pace,
  ) {
    this.places = new PlaceComparison(new VersionTexts([after.snapshot, before.snapshot]), pace);
  }

  /** @throws Stopped where it was cancelled */
  async work(): Promise<void> {
    const groups = coderGroups(this.before, this.after, this.pathAfter);
    this.pace.expect(2 * groups.length);
    for (const group of groups) {
      await this.collect(group);
      await this.pace.step();
    }
    const { codings, notes, comments, rounds, books } = this;
    const paired = <T extends { readonly id: string }>({ before, after }: Found<T>): Promise<RecordPair<T>[]> =>
      this.pace.through(pairById(before, after));
    await this.compare(await paired(codings), (pair, place) => codingChanges(pair, books, place));
    await this.compare(await paired(notes), noteChanges);
    const said = (await paired(comments)).flatMap(pair => commentChanges(pair, books.after));
    this.others.push(...said.sort(byTime));
    this.others.push(...(await paired(rounds)).flatMap(roundChanges).sort(byTime));
    for (let i = 0; i < groups.length; i++) await this.pace.step();
  }

  private async collect(group: CoderGroup): Promise<void> {
    const before = await textsOf(this.before, group.before);
    const after = await textsOf(this.after, group.after);
    const isOfTranscript = group.kind === 'codings' || group.kind === 'reading';
    const changes = isOfTranscript ? this.ofTranscripts : this.others;
    if (group.kind === 'codings') {
      const lines = differingLines(before, after, KINDS.codings);
      this.codings.add(lines.before, lines.after);
      changes.push(...lineChanges(lines.before.broken, lines.after.broken));
    } else if (group.kind === 'discussion') {
      const lines = differingLines(before, after, KINDS.discussion);
      this.comments.add(lines.before, lines.after);
      changes.push(...lineChanges(lines.before.broken, lines.after.broken));
    } else if (group.kind === 'rounds') {
      const lines = differingLines(before, after, KINDS.rounds);
      this.rounds.add(lines.before, lines.after);
      changes.push(...lineChanges(lines.before.broken, lines.after.broken));
    } else {
      const lines = differingLines(before, after, KINDS.reading);
      this.notes.add(notesOf(lines.before), notesOf(lines.after));
      changes.push(...lineChanges(lines.before.broken, lines.after.broken));
      changes.push(...readingChanges(await this.said(group, this.before), await this.said(group, this.after)));
    }
  }

  /** What the coder of a group says of its transcript, in all files about it. */
  private async said({ coder, transcript }: CoderGroup, state: StudyState): Promise<Said[]> {
    const isMeant = (place: PlaceInCodings): boolean => {
      const isThere = state === this.after && state.has(place.transcript);
      const path = isThere ? place.transcript : this.pathAfter(place.transcript);
      return place.coder === coder && path === transcript && readingPlaceOf(place.path) !== undefined;
    };
    const said: Said[] = [];
    for (const place of state.coderFiles().filter(isMeant)) {
      const file = parseReadingFile((await state.read(place.path)) ?? '', place);
      said.push({ path: place.path, coder, transcript, said: file.said });
    }
    return said;
  }

  /** Compares pairs transcript by transcript, so that versions are brought and aligned once for all that needs them. */
  private async compare<T extends Anchored>(
    pairs: readonly RecordPair<T>[],
    changesOf: (pair: RecordPair<T>, place: PlaceAspect) => readonly Change[],
  ): Promise<void> {
    const transcriptOf = ({ before, after }: RecordPair<T>): string => (after ?? before)?.place.transcript ?? '';
    const inOrder = await this.pace.through(sorted(pairs, (a, b) => compareTexts(transcriptOf(a), transcriptOf(b))));
    let last = '';
    for (const [i, pair] of inOrder.entries()) {
      if (i % PIECE === 0 || transcriptOf(pair) !== last) await this.pace.rest();
      last = transcriptOf(pair);
      this.ofTranscripts.push(...changesOf(pair, await this.places.of(pair)));
    }
  }
}

function notesOf(side: Side<ReadingRecord>): Side<Note> {
  const records = side.records.flatMap(({ place, record }) => (isNote(record) ? [{ place, record }] : []));
  return { records, broken: side.broken };
}

/** A discussion reads in the order in which things were said. */
function byTime(a: CommentChange | RoundChange, b: CommentChange | RoundChange): number {
  const timeOf = ({ before, after }: CommentChange | RoundChange): string => String((after ?? before)?.created ?? '');
  return compareTexts(timeOf(a), timeOf(b)) || compareTexts(a.key, b.key);
}
