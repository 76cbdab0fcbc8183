import type { Excerpt } from '../../core/analysis/excerpts.js';
import type { UseInFile } from '../../core/study/codeUses.js';
import type { OpenStudy } from '../study/openStudy.js';

/** What a line of the Themes view stands for. `key` is stable across refreshes, so that the tree stays as it was opened. */
export type ThemesNode = StudyNode | EntryNode | UnknownNode | TranscriptNode | ExcerptNode;

/** One of several studies. */
export interface StudyNode {
  readonly kind: 'study';
  readonly key: string;
  readonly opened: OpenStudy;
}

/** A theme or a code, by its id: the entry itself is looked up when it is shown. */
export interface EntryNode {
  readonly kind: 'entry';
  readonly key: string;
  readonly opened: OpenStudy;
  readonly entryId: string;
  readonly parent?: ThemesNode;
}

/** A code that codings use and the codebook does not know. */
export interface UnknownNode {
  readonly kind: 'unknown';
  readonly key: string;
  readonly opened: OpenStudy;
  readonly code: string;
  readonly parent?: ThemesNode;
}

/** The excerpts of a code in one transcript. */
export interface TranscriptNode {
  readonly kind: 'transcript';
  readonly key: string;
  readonly opened: OpenStudy;
  readonly transcript: string;
  readonly uses: readonly UseInFile[];
  readonly parent: EntryNode | UnknownNode;
}

/** One excerpt. `id` and `opened` make it a target of Remove Coding. */
export interface ExcerptNode {
  readonly kind: 'excerpt';
  readonly key: string;
  readonly opened: OpenStudy;
  readonly id: string;
  readonly excerpt: Excerpt;
  readonly parent: TranscriptNode;
}
