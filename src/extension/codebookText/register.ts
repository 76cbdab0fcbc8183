import * as vscode from 'vscode';
import { CODEBOOK_FILE } from '../../core/study/layout.js';
import type { Studies } from '../study/studies.js';
import { AttributeHover } from './attributeHover.js';
import { CodebookCompletion, TRIGGERS } from './completion.js';
import { ParentDefinition } from './parentDefinition.js';

/** Help with writing the codebook by hand; in no other Markdown file. */
export function registerCodebookText(studies: Studies): vscode.Disposable {
  const codebook: vscode.DocumentSelector = { language: 'markdown', pattern: `**/${CODEBOOK_FILE}` };
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(codebook, new CodebookCompletion(studies), ...TRIGGERS),
    vscode.languages.registerHoverProvider(codebook, new AttributeHover(studies)),
    vscode.languages.registerDefinitionProvider(codebook, new ParentDefinition(studies)),
  );
}
