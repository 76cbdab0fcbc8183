import type * as vscode from 'vscode';
import { normaliseText } from '../../core/text/normalise.js';
import type { OpenStudy } from '../study/openStudy.js';

/**
 * The version that a document shows: the first 12 hex digits of the blob id of its file.
 * @param path of the transcript
 * @returns undefined where it has unsaved changes, or the file holds another text by now
 */
export async function baseOnDisk(
  opened: OpenStudy,
  path: string,
  document: vscode.TextDocument,
): Promise<string | undefined> {
  const onDisk = document.isDirty ? undefined : await opened.study.transcripts.base(path);
  const isSame = onDisk !== undefined && normaliseText(onDisk.text) === normaliseText(document.getText());
  return isSame && !document.isDirty ? onDisk.base : undefined;
}
