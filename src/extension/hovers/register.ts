import * as vscode from 'vscode';
import type { CodedDocuments } from '../documents/codedDocuments.js';
import type { Studies } from '../study/studies.js';
import { CodebookHover } from './codebookHover.js';
import { PassageHover } from './passageHover.js';

/** Hovers on coded passages and on the headings of the codebook. */
export function registerHovers(studies: Studies, documents: CodedDocuments): vscode.Disposable {
  const markdown: vscode.DocumentSelector = { language: 'markdown' };
  return vscode.Disposable.from(
    vscode.languages.registerHoverProvider(markdown, new PassageHover(documents)),
    vscode.languages.registerHoverProvider(markdown, new CodebookHover(studies)),
  );
}
