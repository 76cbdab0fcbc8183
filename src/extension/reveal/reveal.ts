import * as vscode from 'vscode';
import { commandLink } from '../common/commandLink.js';
import { Disposables } from '../common/disposables.js';
import { announce, orReport } from '../common/report.js';
import type { CodedDocuments } from '../documents/codedDocuments.js';
import { Command } from '../ids.js';
import type { Studies } from '../study/studies.js';
import { Flash } from './flash.js';

/** Names a coding, or a note, in a command link: nothing but a place and an id, so that a link can carry no content. */
export interface CodingReference {
  /** Address of the transcript. */
  readonly uri: string;
  readonly id: string;
}

/** Opens a transcript at a coding or a note and flashes the passage. */
export function registerReveal(studies: Studies, documents: CodedDocuments): vscode.Disposable {
  const disposables = new Disposables();
  const flash = disposables.add(new Flash());
  // Who goes through a list quickly is to end at what was asked for last.
  let asked = 0;
  const reveal = async (
    reference: CodingReference | undefined,
    options: { keepFocus?: boolean; column?: vscode.ViewColumn } = {},
  ): Promise<void> => {
    if (reference === undefined) return;
    const turn = ++asked;
    const uri = vscode.Uri.parse(reference.uri, true);
    // Only files of an open study: a link in a transcript must not open anything else.
    if ((await studies.of(uri)) === undefined) return;
    const document = await vscode.workspace.openTextDocument(uri);
    if (turn !== asked) return;
    const editor = await vscode.window.showTextDocument(document, {
      preserveFocus: options.keepFocus ?? false,
      viewColumn: options.column ?? vscode.ViewColumn.Active,
    });
    const coded = await documents.get(document);
    if (turn !== asked) return;
    const placed =
      coded?.codings.find(({ coding }) => coding.id === reference.id) ??
      coded?.notes.find(({ note }) => note.id === reference.id);
    if (placed === undefined) {
      announce(vscode.l10n.t('$(warning) This passage has no certain place in the transcript any more.'));
      return;
    }
    editor.selection = new vscode.Selection(placed.range.start, placed.range.start);
    editor.revealRange(placed.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    flash.show(editor, placed.range);
  };
  disposables.add(
    vscode.commands.registerCommand(Command.revealCoding, (reference, options) =>
      orReport(() => reveal(reference, options)),
    ),
  );
  return disposables;
}

/** A command link to a coding for a hover. */
export function revealLink(reference: CodingReference): vscode.Uri {
  return commandLink(Command.revealCoding, reference);
}
