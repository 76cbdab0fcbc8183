import * as vscode from 'vscode';
import type { Studies } from '../study/studies.js';

/** Names a line of a transcript in a link: a place, and nothing else. */
export interface SourceReference {
  /** Address of the transcript. */
  readonly uri: string;
  /** From 1. */
  readonly line: number;
}

/** Opens a transcript at the line where a quotation is from. */
export async function showSource(studies: Studies, reference: unknown): Promise<void> {
  if (!isReference(reference)) return;
  const uri = vscode.Uri.parse(reference.uri, true);
  const opened = await studies.of(uri);
  const path = opened?.path(uri);
  // Only transcripts of an open study that are seen: a link must not open anything else.
  if (opened === undefined || path === undefined || !opened.seen.isTranscript(path)) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const { range } = document.lineAt(Math.max(1, Math.min(Math.trunc(reference.line), document.lineCount)) - 1);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(range.start, range.start) });
}

function isReference(value: unknown): value is SourceReference {
  if (typeof value !== 'object' || value === null || !('uri' in value) || !('line' in value)) return false;
  return typeof value.uri === 'string' && Number.isFinite(value.line);
}
