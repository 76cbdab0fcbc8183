import type { NoteRow } from '../../core/analysis/notes.js';
import type { Relevance } from '../../core/analysis/relevance.js';
import type { ReadingState } from '../../core/reading/state.js';
import type { OpenStudy } from '../study/openStudy.js';

/** What a line of the Transcripts view stands for. `key` is stable across refreshes, so that the tree stays as it was opened. */
export type TranscriptsNode = StudyNode | GroupNode | TranscriptNode | NoteNode;

/** One of several studies. */
export interface StudyNode {
  readonly kind: 'study';
  readonly key: string;
  readonly opened: OpenStudy;
}

/** Transcripts of one state, of one kind or of one relevance. */
export interface GroupNode {
  readonly kind: 'group';
  readonly key: string;
  readonly opened: OpenStudy;
  readonly by: 'state' | 'kind' | 'scope';
  /** The state, the kind or the relevance; empty for transcripts that have none. */
  readonly name: string;
  readonly rows: readonly TranscriptRow[];
  readonly parent?: TranscriptsNode;
}

/** What is known of a transcript before its row is drawn. */
export interface TranscriptRow {
  readonly path: string;
  /** What it is called in the view. */
  readonly label: string;
  /** How far the person has come. */
  readonly state: ReadingState;
  /** What it has to do with the scope of the study; missing where that has none. */
  readonly relevance?: Relevance;
  readonly kind?: string;
}

/** One transcript. */
export interface TranscriptNode {
  readonly kind: 'transcript';
  readonly key: string;
  readonly opened: OpenStudy;
  /** Path of the transcript. */
  readonly path: string;
  readonly label: string;
  readonly parent?: TranscriptsNode;
}

/** A note without a code. `id` and `opened` make it a target of the commands on notes. */
export interface NoteNode {
  readonly kind: 'note';
  readonly key: string;
  readonly opened: OpenStudy;
  readonly id: string;
  readonly transcript: string;
  readonly row: NoteRow;
  readonly parent: TranscriptNode;
}
