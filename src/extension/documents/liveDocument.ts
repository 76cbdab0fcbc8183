import type * as vscode from 'vscode';
import type { AfterSave, FollowedRecord } from '../../core/anchoring/follow.js';
import { FollowedRecords } from '../../core/anchoring/followedRecords.js';
import type { CodePoints } from '../../core/text/codePoints.js';
import { takingTurns } from '../common/turns.js';
import { changesOf, rangeOfSpan, textOf } from '../convert.js';
import { baseOnDisk } from './baseOnDisk.js';
import type { CodedDocument, PlaceInDocument } from './codedDocument.js';
import { codingsOf, notesOf, recordsOf, type TranscriptHere } from './transcriptRecords.js';

/** A record that was followed, and whose it is. */
export type FollowedOfCoder = Omit<FollowedRecord, 'isOwn'> & { readonly coder: string };

/** A transcript as it was saved, and where its records are in it. */
export interface SavedText {
  readonly points: CodePoints;
  readonly followed: readonly FollowedOfCoder[];
}

/** What is known of one open transcript: where its codings and notes are by now. */
export class LiveDocument {
  private readonly records: FollowedRecords;
  private placing: Promise<void> | undefined;
  private coded: { readonly version: number; readonly value: CodedDocument } | undefined;
  /** Whether its records were looked up at all. */
  isPlaced = false;

  constructor(readonly document: vscode.TextDocument) {
    this.records = new FollowedRecords(textOf(document));
  }

  /** Takes an edit in. */
  changed(event: vscode.TextDocumentChangeEvent): void {
    this.coded = undefined;
    this.records.change(changesOf(event), textOf(this.document));
  }

  /** What its study says, or what is shown of that, is another. */
  outdated(): void {
    this.coded = undefined;
  }

  /** All records have to be looked up again: the text came from outside. */
  replaced(): void {
    this.records.lookUpAll();
  }

  /** Records without a place have to be looked up again; false where there is none. */
  lookUpLost(): boolean {
    return this.records.lookUpLost();
  }

  /** Whether `place` has anything to do. */
  hasUnplaced(here: TranscriptHere): boolean {
    return this.records.wanted(recordsOf(here)).length > 0;
  }

  /** Looks up where those records are that have to be; those that are followed are left alone. */
  place(here: TranscriptHere): Promise<void> {
    this.placing ??= this.placeAll(here).finally(() => {
      this.placing = undefined;
    });
    return this.placing;
  }

  private async placeAll(here: TranscriptHere): Promise<void> {
    const { document, records } = this;
    const pause = takingTurns();
    while (this.hasUnplaced(here)) {
      const { points } = records;
      const base = await baseOnDisk(here.opened, here.path, document);
      const version = { points, ...(base === undefined ? {} : { base }) };
      const anchors = await here.opened.study.places.in(here.path, version);
      await pause();
      // Somebody typed meanwhile: the older versions are at hand by now, so it does not take long to begin again.
      if (points !== records.points) continue;
      const all = recordsOf(here);
      records.settle(records.wanted(all), anchors);
      records.keepOnly(all);
      this.coded = undefined;
      await pause();
    }
    this.isPlaced = true;
  }

  /**
   * Where everything is now.
   * @param isShown whether a person has not hidden the codings of a code by a coder
   */
  now(here: TranscriptHere, isShown: (code: string, coder: string) => boolean): CodedDocument {
    const { version } = this.document;
    if (this.coded?.version === version) return this.coded.value;
    const { points } = this.records;
    const codings: CodedDocument['codings'][number][] = [];
    const lost: CodedDocument['lost'][number][] = [];
    const notes: CodedDocument['notes'][number][] = [];
    for (const { key, record: coding, file } of codingsOf(here)) {
      const where = this.records.where(key);
      if (where === undefined) continue;
      if ('lost' in where) lost.push({ coding, file, resolution: where.lost });
      else codings.push({ coding, file, ...where, range: rangeOfSpan(this.document, points, where.span) });
    }
    for (const { key, record: note, file } of notesOf(here)) {
      const where = this.records.where(key);
      if (where === undefined || 'lost' in where) continue;
      notes.push({ note, file, ...where, range: rangeOfSpan(this.document, points, where.span) });
    }
    codings.sort(byPlace);
    notes.sort(byPlace);
    const shown = codings.filter(({ coding, file }) => isShown(coding.code, file.coder));
    const value = { ...here, points, codings, shown, lost, notes };
    this.coded = { version, value };
    return value;
  }

  /** Takes in that the document was saved, and says what was. */
  saved(here: TranscriptHere): SavedText {
    this.records.saved();
    this.coded = undefined;
    const all = recordsOf(here);
    // Whatever has to be looked up is not known well enough to be written.
    const unsure = new Set(this.records.wanted(all).map(({ key }) => key));
    const followed = all.flatMap(({ key, record, file }) => {
      const where = this.records.where(key);
      if (where === undefined || 'lost' in where || unsure.has(key)) return [];
      return [{ key, record, path: file.path, coder: file.coder, span: where.span }];
    });
    return { points: this.records.points, followed };
  }

  /**
   * Takes in what was decided about a text that was saved.
   * @param points the text
   */
  decided({ moved, lost }: Pick<AfterSave, 'moved' | 'lost'>, points: CodePoints): void {
    this.records.await(moved);
    const isCurrent = points === this.records.points;
    const gone = lost.map(one => (isCurrent ? one : { ...one, resolution: { ...one.resolution, candidates: [] } }));
    this.records.take(gone);
    this.coded = undefined;
  }
}

function byPlace(a: PlaceInDocument, b: PlaceInDocument): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
