import * as vscode from 'vscode';
import { shorten } from '../../core/text/shorten.js';
import { listed } from '../codebook/words.js';
import { announce } from '../common/report.js';
import type { CodedDocument, CodedDocuments, PlacedInDocument } from '../documents/codedDocuments.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
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

/** The coding that a command was called on: by a menu of the tree, or by a link, which names an address and an id and no more. */
export async function codingNamed(studies: Studies, argument: unknown): Promise<CodingInStudy | undefined> {
  const coding = asCoding(argument);
  if (coding !== undefined) return coding;
  if (typeof argument !== 'object' || argument === null || !('uri' in argument) || !('id' in argument))
    return undefined;
  const { uri, id } = argument;
  if (typeof uri !== 'string' || typeof id !== 'string') return undefined;
  const opened = await studies.of(vscode.Uri.parse(uri, true));
  return opened?.seen.index.has(id) ? { opened, id } : undefined;
}

/** The codings that a command was called on: all selected rows of the tree, where the menu's row is one of them. */
export function asCodings([first, rows]: readonly unknown[]): readonly CodingInStudy[] {
  const coding = asCoding(first);
  if (coding === undefined) return [];
  const selected = Array.isArray(rows) ? rows.map(asCoding).filter(row => row?.opened === coding.opened) : [];
  return selected.length > 0 ? (selected as CodingInStudy[]) : [coding];
}

/** A coded document and the codings of it that a person is at. */
export interface CodingsHere {
  readonly coded: CodedDocument;
  readonly codings: readonly PlacedInDocument[];
}

/**
 * The codings at the cursor, or those that share text with the selection; those that are hidden are left alone.
 * @returns undefined where there is none, which is said
 */
export async function codingsHere(documents: CodedDocuments): Promise<CodingsHere | undefined> {
  const editor = vscode.window.activeTextEditor;
  const coded = editor && (await documents.get(editor.document));
  if (editor === undefined || coded === undefined) {
    announce(vscode.l10n.t('$(info) Open a transcript and place the cursor in a coded passage first.'));
    return undefined;
  }
  const { selection } = editor;
  const isAt = ({ range }: PlacedInDocument): boolean =>
    selection.isEmpty ? range.contains(selection.active) : range.intersection(selection)?.isEmpty === false;
  const codings = coded.shown.filter(isAt);
  if (codings.length > 0) return { coded, codings };
  // What a person does not see is never worked on; that it is there is said.
  const hidden = coded.codings.filter(isAt).map(({ coding }) => coded.opened.study.titleOf(coding.code));
  announce(
    hidden.length === 0
      ? vscode.l10n.t('$(info) There is no coding at the cursor.')
      : vscode.l10n.t(
          '$(info) Only hidden codings are at the cursor: {0}. “Show All Codings” shows them.',
          listed([...new Set(hidden)]),
        ),
  );
  return undefined;
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
  const here = await codingsHere(documents);
  const placed = here && (await chooseCoding(here, coder.name, question));
  return here && placed && { opened: here.coded.opened, id: placed.coding.id };
}

/** Asks which of several codings is meant; one alone is. */
export async function chooseCoding(
  { coded: { opened }, codings }: CodingsHere,
  me: string | undefined,
  question: string,
): Promise<PlacedInDocument | undefined> {
  if (codings.length === 1) return codings[0];
  // Own codings first: those of colleagues are rarely meant.
  const sorted = [...codings].sort((a, b) => Number(b.file.coder === me) - Number(a.file.coder === me));
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
