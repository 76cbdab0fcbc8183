import type * as vscode from 'vscode';
import { CODEBOOK_FILE, CODINGS_FOLDER, isCodersFile, STUDY_FILE } from '../../core/study/layout.js';

/** Path of a file below a folder, with `/`; undefined where it is not below it. */
export function relativePath(root: vscode.Uri, uri: vscode.Uri): string | undefined {
  const folder = root.path.endsWith('/') ? root.path : `${root.path}/`;
  const same = uri.scheme === root.scheme && uri.authority === root.authority && uri.path.startsWith(folder);
  return same ? uri.path.slice(folder.length) : undefined;
}

/** The folder of the study that a path inside a workspace folder gives away; undefined where it gives none away. */
export function markedFolder(path: string): string | undefined {
  const parts = path.split('/');
  const name = parts.at(-1);
  if (name === CODEBOOK_FILE || name === STUDY_FILE) return parts.slice(0, -1).join('/');
  const codings = parts.indexOf(CODINGS_FOLDER);
  const inside = codings !== -1 && isCodersFile(parts.slice(codings).join('/'));
  return inside ? parts.slice(0, codings).join('/') : undefined;
}
