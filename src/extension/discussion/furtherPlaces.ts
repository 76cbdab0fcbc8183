import type * as vscode from 'vscode';
import type { Subject } from '../../core/discussion/threads.js';
import type { OpenStudy } from '../study/openStudy.js';

/** Something that can be discussed, in a document that shows another version of the study than today's files. */
export interface FurtherPlace {
  readonly subject: Subject;
  /** What it is called there. */
  readonly name: string;
  readonly range: vscode.Range;
}

/** Documents besides today's files in which threads may stand: those about what today's files do not have. */
export interface FurtherPlaces {
  /** Of the addresses of such documents. */
  readonly scheme: string;
  /** What stands in a document; undefined where it is of no open study. */
  in(
    document: vscode.TextDocument,
  ): Promise<{ readonly opened: OpenStudy; readonly places: readonly FurtherPlace[] } | undefined>;
}
