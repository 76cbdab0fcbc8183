import * as vscode from 'vscode';
import { announce } from '../common/report.js';
import type { CodedDocuments } from '../documents/codedDocuments.js';

/** Moves the cursor to the start of the next or previous coded passage, round the end of the transcript. */
export async function goToCoding(documents: CodedDocuments, direction: 1 | -1): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const coded = editor && (await documents.get(editor.document));
  if (editor === undefined || coded === undefined || coded.shown.length === 0) {
    announce(
      coded === undefined || coded.codings.length === 0
        ? vscode.l10n.t('$(info) There are no codings in this file.')
        : vscode.l10n.t('$(info) The codings of this file are hidden. “Show All Codings” shows them.'),
    );
    return;
  }
  const cursor = editor.selection.active;
  const starts = coded.shown.map(({ range }) => range.start);
  const ahead =
    direction === 1 ? starts.find(start => start.isAfter(cursor)) : starts.findLast(start => start.isBefore(cursor));
  const target = ahead ?? (direction === 1 ? starts[0] : starts.at(-1));
  if (target === undefined) return;
  editor.selection = new vscode.Selection(target, target);
  editor.revealRange(new vscode.Range(target, target), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  const here = coded.shown.filter(({ range }) => range.start.isEqual(target));
  const titles = here.map(({ coding }) => coded.opened.study.titleOf(coding.code));
  announce(`$(tag) ${[...new Set(titles)].join(', ')}`);
}
