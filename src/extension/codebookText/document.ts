import type * as vscode from 'vscode';
import { CODEBOOK_FILE } from '../../core/study/layout.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';

/** The study whose codebook a document is; undefined where it is none. Documents of other names cost nothing. */
export async function codebookOf(studies: Studies, document: vscode.TextDocument): Promise<OpenStudy | undefined> {
  if (!document.uri.path.endsWith(`/${CODEBOOK_FILE}`)) return undefined;
  const opened = await studies.of(document.uri);
  return opened?.path(document.uri) === CODEBOOK_FILE ? opened : undefined;
}
