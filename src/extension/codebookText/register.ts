import * as vscode from 'vscode';
import { CODEBOOK_FILE } from '../../core/study/layout.js';
import { completionWhenAsked } from '../common/completionWhenAsked.js';
import { whenAsked } from '../common/whenAsked.js';
import type { Studies } from '../study/studies.js';

/** What makes the editor ask for completion, besides Ctrl+Space. */
const TRIGGERS = ['{', '#', '.', '=', '"', ' '];

/** Help with writing the codebook by hand; in no other Markdown file. */
export function registerCodebookText(studies: Studies): vscode.Disposable {
  const codebook: vscode.DocumentSelector = { language: 'markdown', pattern: `**/${CODEBOOK_FILE}` };
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(
      codebook,
      completionWhenAsked(async () => new (await import('./completion.js')).CodebookCompletion(studies)),
      ...TRIGGERS,
    ),
    vscode.languages.registerHoverProvider(
      codebook,
      whenAsked(async () => new (await import('./attributeHover.js')).AttributeHover(studies), 'provideHover'),
    ),
    vscode.languages.registerDefinitionProvider(
      codebook,
      whenAsked(async () => new (await import('./parentDefinition.js')).ParentDefinition(studies), 'provideDefinition'),
    ),
  );
}
