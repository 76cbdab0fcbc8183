import type * as vscode from 'vscode';
import type { Memo, Mention } from '../../core/memos/memo.js';
import { isMemo, MEMOS_FOLDER } from '../../core/study/layout.js';
import { pointOf } from '../convert.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';

/** A memo in an editor, as it stands there, saved or not. */
export interface MemoDocument {
  readonly opened: OpenStudy;
  readonly memo: Memo;
}

const parsed = new WeakMap<vscode.TextDocument, { version: number; memo: Memo }>();

/** The memo that a document is; undefined where it is none. Documents of other folders cost nothing. */
export async function memoOf(studies: Studies, document: vscode.TextDocument): Promise<MemoDocument | undefined> {
  if (document.languageId !== 'markdown' || !document.uri.path.includes(`/${MEMOS_FOLDER}/`)) return undefined;
  const opened = await studies.of(document.uri);
  const path = opened?.path(document.uri);
  if (opened === undefined || path === undefined || !isMemo(path)) return undefined;
  const { parseMemo } = await import('../../core/memos/parse.js');
  const known = parsed.get(document);
  if (known?.version === document.version && known.memo.path === path) return { opened, memo: known.memo };
  const memo = parseMemo(document.getText(), path);
  parsed.set(document, { version: document.version, memo });
  return { opened, memo };
}

/** The link at a place of a memo. */
export function mentionAt(document: vscode.TextDocument, memo: Memo, position: vscode.Position): Mention | undefined {
  const at = pointOf(document, memo.points, position);
  return memo.mentions.find(({ span }) => span.start <= at && at <= span.end);
}
