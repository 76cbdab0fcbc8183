import type * as vscode from 'vscode';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';

/** A manuscript in an editor. */
export interface ManuscriptPlace {
  readonly opened: OpenStudy;
  /** Relative to the study. */
  readonly path: string;
}

/** The manuscript that a document is; undefined where it is none, or its study is not open yet. */
export function manuscriptPlace(studies: Studies, document: vscode.TextDocument): ManuscriptPlace | undefined {
  const opened = document.languageId === 'markdown' ? studies.peek(document.uri) : undefined;
  const path = opened?.path(document.uri);
  return opened !== undefined && path !== undefined && opened.isManuscript(path) ? { opened, path } : undefined;
}
