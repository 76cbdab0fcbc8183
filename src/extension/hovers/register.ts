import * as vscode from 'vscode';
import { whenAsked } from '../common/whenAsked.js';
import type { CodedDocuments } from '../documents/codedDocuments.js';
import type { Studies } from '../study/studies.js';

/** Hovers on coded passages and on the headings of the codebook. */
export function registerHovers(studies: Studies, documents: CodedDocuments): vscode.Disposable {
  const markdown: vscode.DocumentSelector = { language: 'markdown' };
  return vscode.Disposable.from(
    vscode.languages.registerHoverProvider(
      markdown,
      whenAsked(async () => new (await import('./passageHover.js')).PassageHover(documents), 'provideHover'),
    ),
    vscode.languages.registerHoverProvider(
      markdown,
      whenAsked(async () => new (await import('./codebookHover.js')).CodebookHover(studies), 'provideHover'),
    ),
  );
}
