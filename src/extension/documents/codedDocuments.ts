import * as vscode from 'vscode';
import type { Anchors } from '../../core/anchoring/anchors.js';
import type { Anchored, Coding } from '../../core/coding/coding.js';
import type { CodingFile } from '../../core/coding/file.js';
import type { ReadingFile } from '../../core/reading/file.js';
import type { Note } from '../../core/reading/record.js';
import { CODEBOOK_FILE } from '../../core/study/layout.js';
import type { CodePoints } from '../../core/text/codePoints.js';
import { normaliseText } from '../../core/text/normalise.js';
import type { Span } from '../../core/text/span.js';
import { trackSpan } from '../../core/text/trackSpan.js';
import { Disposables } from '../common/disposables.js';
import { pointsOf, rangeOfSpan } from '../convert.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import type { Visibility } from '../visibility/visibility.js';

/** A coding whose place in an open document is known. */
export interface PlacedInDocument {
  readonly coding: Coding;
  readonly file: CodingFile;
  /** Today's place in code points. */
  readonly span: Span;
  readonly range: vscode.Range;
}

/** A note without a code whose place in an open document is known. */
export interface NoteInDocument {
  readonly note: Note;
  readonly file: ReadingFile;
  /** Today's place in code points. */
  readonly span: Span;
  readonly range: vscode.Range;
}

/** The codings of an open document, in the order of the text. */
export interface CodedDocument {
  readonly opened: OpenStudy;
  /** Path of the transcript relative to the study. */
  readonly path: string;
  readonly points: CodePoints;
  /** All of them, for those who work with codings. */
  readonly codings: readonly PlacedInDocument[];
  /** Those that a person has not hidden, for those who show codings. */
  readonly shown: readonly PlacedInDocument[];
  /** Notes without codes, in the order of the text. */
  readonly notes: readonly NoteInDocument[];
}

/** What is remembered of an open document: where its codings are by now, in UTF-16 units of the text with LF line ends. */
interface Tracked {
  readonly spans: Map<string, Span>;
  seen?: { readonly version: number; readonly points: CodePoints };
  coded?: { readonly version: number; readonly value: CodedDocument };
}

/**
 * Where the codings of the open documents are. A coding is placed when its document is first looked at and then follows
 * the typing; nothing is written.
 */
export class CodedDocuments implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<vscode.TextDocument>());
  private readonly tracked = new WeakMap<vscode.TextDocument, Tracked>();

  /** Fires when the codings of an open document, or their places, may have changed. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly studies: Studies,
    private readonly visibility: Visibility,
  ) {
    this.disposables.add(visibility.onDidChange(() => this.visibilityChanged()));
    this.disposables.add(vscode.workspace.onDidChangeTextDocument(event => this.textChanged(event)));
    this.disposables.add(studies.onDidChange(({ opened, paths }) => this.studyChanged(opened, paths)));
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** The codings of a document; undefined where it is not a transcript of a study. */
  async get(document: vscode.TextDocument): Promise<CodedDocument | undefined> {
    const opened = document.languageId === 'markdown' ? await this.studies.of(document.uri) : undefined;
    const path = opened?.transcriptPath(document);
    if (opened === undefined || path === undefined) return undefined;
    const points = this.pointsOf(document);
    return this.place(document, opened, path, await opened.study.places.in(path, { points }));
  }

  /** As `get`, without waiting: undefined as well while the study is still being read. */
  peek(document: vscode.TextDocument): CodedDocument | undefined {
    const opened = document.languageId === 'markdown' ? this.studies.peek(document.uri) : undefined;
    const path = opened?.transcriptPath(document);
    const anchors = opened && path !== undefined && opened.study.places.peek(path, { points: this.pointsOf(document) });
    return anchors ? this.place(document, opened, path, anchors) : undefined;
  }

  private trackedOf(document: vscode.TextDocument): Tracked {
    const tracked = this.tracked.get(document) ?? { spans: new Map<string, Span>() };
    this.tracked.set(document, tracked);
    return tracked;
  }

  private pointsOf(document: vscode.TextDocument): CodePoints {
    const tracked = this.trackedOf(document);
    if (tracked.seen?.version !== document.version) {
      tracked.seen = { version: document.version, points: pointsOf(document) };
    }
    return tracked.seen.points;
  }

  private place(document: vscode.TextDocument, opened: OpenStudy, path: string, anchors: Anchors): CodedDocument {
    const tracked = this.trackedOf(document);
    if (tracked.coded?.version === document.version) return tracked.coded.value;
    const { now: points } = anchors;
    const place = (file: { path: string }, record: Anchored & { id: string }) =>
      placeOne(document, anchors, tracked, file, record);
    const codings = opened.study.index
      .filesOf(path)
      .flatMap(file => file.codings.flatMap(coding => place(file, coding).map(at => ({ coding, file, ...at }))))
      .sort(byPlace);
    const notes = opened.study.readings
      .filesOf(path)
      .flatMap(file => file.notes.flatMap(note => place(file, note).map(at => ({ note, file, ...at }))))
      .sort(byPlace);
    const isShown = this.visibility.filter(opened);
    const shown = codings.filter(({ coding, file }) => isShown(coding.code, file.coder));
    const value = { opened, path, points, codings, shown, notes };
    tracked.coded = { version: document.version, value };
    return value;
  }

  private textChanged({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const tracked = this.tracked.get(document);
    if (tracked === undefined || contentChanges.length === 0) return;
    const crlf = document.eol === vscode.EndOfLine.CRLF;
    // VS Code gives the changes from the last place to the first, all counted in the text before them.
    for (const change of contentChanges) {
      const start = change.rangeOffset - (crlf ? change.range.start.line : 0);
      const end = change.rangeOffset + change.rangeLength - (crlf ? change.range.end.line : 0);
      const replacement = { start, end, inserted: normaliseText(change.text).length };
      for (const [key, span] of tracked.spans) {
        const moved = trackSpan(span, replacement);
        // A passage that was replaced as a whole, by a checkout for example, is looked for anew.
        if (moved === undefined) tracked.spans.delete(key);
        else tracked.spans.set(key, moved);
      }
    }
    this.changed.fire(document);
  }

  private visibilityChanged(): void {
    for (const document of vscode.workspace.textDocuments) {
      const tracked = this.tracked.get(document);
      if (tracked === undefined) continue;
      delete tracked.coded;
      this.changed.fire(document);
    }
  }

  private studyChanged(opened: OpenStudy, paths: readonly string[]): void {
    for (const document of vscode.workspace.textDocuments) {
      const path = opened.transcriptPath(document);
      if (path === undefined || (paths.length > 0 && !paths.some(changed => concerns(opened, changed, path)))) continue;
      const tracked = this.tracked.get(document);
      if (tracked !== undefined) delete tracked.coded;
      this.changed.fire(document);
    }
  }
}

/** Whether a change of one file of the study may change how a transcript looks: its codings and notes, what is known of it, or the codebook. */
function concerns({ study }: OpenStudy, changed: string, transcript: string): boolean {
  return changed === CODEBOOK_FILE || changed === transcript || study.transcriptOf(changed) === transcript;
}

/** Finds the place of a coding or note: where it was followed to so far, else where its words stand for certain. */
function placeOne(
  document: vscode.TextDocument,
  anchors: Anchors,
  tracked: Tracked,
  file: { readonly path: string },
  record: Anchored & { readonly id: string },
): { span: Span; range: vscode.Range }[] {
  const { now: points } = anchors;
  // The record is part of the key: a coding that was moved is placed anew.
  const key = `${file.path} ${record.id} ${record.at[0]} ${record.at[1]}`;
  let units = tracked.spans.get(key);
  if (units === undefined || points.text.slice(units.start, units.end) !== record.quote) {
    // Not (or no longer) the coded words: if these stand somewhere for certain, that is the place; undo brings them back.
    const { span } = anchors.resolve(record);
    if (span !== undefined) units = { start: points.toUtf16(span.start), end: points.toUtf16(span.end) };
    if (units === undefined) return [];
    tracked.spans.set(key, units);
  }
  const span = { start: points.fromUtf16(units.start), end: points.fromUtf16(units.end) };
  return [{ span, range: rangeOfSpan(document, points, span) }];
}

function byPlace(a: { readonly span: Span }, b: { readonly span: Span }): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
