import * as vscode from 'vscode';
import { shorten } from '../../core/text/shorten.js';
import { announce } from '../common/report.js';
import type { CodedDocuments, PlacedInDocument } from '../documents/codedDocuments.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Coder } from './coder.js';

/** A coding and the study it is in; a menu of the tree hands its node in as one. */
export interface CodingInStudy {
  readonly opened: OpenStudy;
  readonly id: string;
}

/** A menu of the tree hands its node in, the editor's menu an address: only the first names a coding. */
export function asCoding(argument: unknown): CodingInStudy | undefined {
  return typeof argument === 'object' && argument !== null && 'opened' in argument && 'id' in argument
    ? (argument as CodingInStudy)
    : undefined;
}

/**
 * The coding that a person means by where the cursor is; where several overlap there, asks which.
 * @param question what is asked then
 * @returns undefined where there is none, which is said, or the person turned away
 */
export async function codingAtCursor(
  documents: CodedDocuments,
  coder: Coder,
  question: string,
): Promise<CodingInStudy | undefined> {
  const editor = vscode.window.activeTextEditor;
  const coded = editor && (await documents.get(editor.document));
  if (editor === undefined || coded === undefined) {
    announce(vscode.l10n.t('$(info) Open a transcript and place the cursor in a coded passage first.'));
    return undefined;
  }
  const at = coded.codings.filter(({ range }) => range.contains(editor.selection.active));
  if (at.length === 0) {
    announce(vscode.l10n.t('$(info) There is no coding at the cursor.'));
    return undefined;
  }
  const placed = at.length === 1 ? at[0] : await choose(coded.opened, at, coder.name, question);
  return placed && { opened: coded.opened, id: placed.coding.id };
}

async function choose(
  opened: OpenStudy,
  at: readonly PlacedInDocument[],
  me: string | undefined,
  question: string,
): Promise<PlacedInDocument | undefined> {
  // Own codings first: those of colleagues are rarely meant.
  const sorted = [...at].sort((a, b) => Number(b.file.coder === me) - Number(a.file.coder === me));
  const items = sorted.map(placed => ({
    label: opened.study.titleOf(placed.coding.code),
    description: placed.file.coder,
    detail: shorten(placed.coding.quote, 100),
    placed,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: question,
    placeHolder: vscode.l10n.t('Several codings overlap here'),
    matchOnDescription: true,
  });
  return chosen?.placed;
}
