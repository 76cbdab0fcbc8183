import * as vscode from 'vscode';
import { placeQuotation } from '../../core/manuscript/compose/place.js';
import type { ComposedQuotation } from '../../core/manuscript/compose/result.js';
import { announce } from '../common/report.js';
import { offsetOf, positionAt, rangeOfSpan, textOf } from '../convert.js';
import { conclude } from '../history/conclude.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { ManuscriptTarget } from './lastManuscript.js';
import type { QuotedPassage } from './read.js';
import type { QuoteServices } from './services.js';

/** Puts a quotation at its place in a manuscript, as one step of undo, and shows it there. */
export async function putQuotation(
  { history }: QuoteServices,
  opened: OpenStudy,
  target: ManuscriptTarget,
  quotation: ComposedQuotation,
  column: (uri: vscode.Uri) => vscode.ViewColumn,
): Promise<vscode.Position> {
  const uri = opened.uri(target.path);
  if (target.isNew) {
    const insert = [`# ${opened.name.replace(/\s+/g, ' ')}`, '', ...quotation.text.split('\n'), ''];
    const { edit } = await opened.study.update(target.path, text =>
      text === undefined ? [{ line: 0, remove: [], insert }] : [],
    );
    if (edit.edits.length > 0) {
      const title = vscode.l10n.t('Made the manuscript {0}, with a quotation', target.path);
      await conclude(history, opened, 'quote', { title, edits: [edit] });
      const position = new vscode.Position(insert.length - 1, 0);
      await show(uri, position, column(uri));
      return position;
    }
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const text = textOf(document);
  const at =
    target.position === undefined ? text.length : offsetOf(document, document.validatePosition(target.position));
  const place = placeQuotation(text, at, quotation.text, quotation.kind);
  await replace(document, new vscode.Range(positionAt(document, place.at), positionAt(document, place.at)), place.text);
  const position = positionAt(document, place.at + place.text.trimEnd().length);
  await show(uri, position, column(uri));
  announce(vscode.l10n.t('$(quote) Put into {0}, line {1}', target.path, position.line + 1));
  return position;
}

/** Puts other words in the place of a quotation that stands in a manuscript; who it is attributed to stays. */
export async function replaceQuotation(
  { document, read, checked }: NonNullable<QuotedPassage['edits']>,
  quotation: ComposedQuotation,
  column: (uri: vscode.Uri) => vscode.ViewColumn,
): Promise<void> {
  const range = rangeOfSpan(document, read.points, checked.quotation.span);
  // Its line begins with the mark of a block already.
  const text = quotation.kind === 'block' ? quotation.text.replace(/^>[ \t]*/u, '') : quotation.text;
  await replace(document, range, text);
  await show(document.uri, range.start, column(document.uri));
  announce(vscode.l10n.t('$(quote) Changed the quotation in {0}, line {1}', read.path, range.start.line + 1));
}

async function replace(document: vscode.TextDocument, range: vscode.Range, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text);
  if (!(await vscode.workspace.applyEdit(edit)))
    throw new Error(vscode.l10n.t('The manuscript cannot be changed just now. Please try again.'));
}

async function show(uri: vscode.Uri, position: vscode.Position, viewColumn: vscode.ViewColumn): Promise<void> {
  await vscode.window.showTextDocument(uri, { viewColumn, selection: new vscode.Range(position, position) });
}
