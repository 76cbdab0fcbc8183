import * as vscode from 'vscode';
import { isMemo } from '../../core/study/layout.js';
import { commandLink } from '../common/commandLink.js';
import { Command } from '../ids.js';
import type { Studies } from '../study/studies.js';

/** Names a place of a memo in a command link: nothing but an address and a line. */
export interface MemoReference {
  readonly uri: string;
  /** From 0. */
  readonly line: number;
}

/**
 * Opens a memo of an open study at a line. A link must not open anything else.
 * @param column a `vscode.ViewColumn`; else the active one
 */
export async function openMemo(
  studies: Studies,
  reference: MemoReference | undefined,
  column?: unknown,
): Promise<void> {
  if (typeof reference?.uri !== 'string') return;
  const uri = vscode.Uri.parse(reference.uri, true);
  const path = (await studies.of(uri))?.path(uri);
  if (path === undefined || !isMemo(path)) return;
  const line = Math.max(0, Math.floor(Number(reference.line) || 0));
  const editor = await vscode.window.showTextDocument(uri, {
    selection: new vscode.Range(line, 0, line, 0),
    ...(typeof column === 'number' ? { viewColumn: column } : {}),
  });
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** A command link to a place of a memo for a hover. */
export function memoLink(reference: MemoReference): vscode.Uri {
  return commandLink(Command.openMemo, reference);
}
