import * as vscode from 'vscode';
import { parseCodebook } from '../../core/codebook/parse.js';
import type { Studies } from '../study/studies.js';
import { attributeAt } from './attributeHover.js';
import { codebookOf } from './document.js';

/** Go to Definition on the id in `parent=`: the heading that has it. */
export class ParentDefinition implements vscode.DefinitionProvider {
  constructor(private readonly studies: Studies) {}

  async provideDefinition(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.LocationLink[] | undefined> {
    if ((await codebookOf(this.studies, document)) === undefined) return undefined;
    const found = attributeAt(document.lineAt(position.line).text, position.character);
    if (found?.item.kind !== 'pair' || found.item.name !== 'parent') return undefined;
    const target = parseCodebook(document.getText()).find(found.item.value);
    if (target === undefined) return undefined;
    return [
      {
        originSelectionRange: new vscode.Range(position.line, found.start + 'parent='.length, position.line, found.end),
        targetUri: document.uri,
        targetRange: new vscode.Range(target.line, 0, target.lastLine, 0),
        targetSelectionRange: document.lineAt(target.line).range,
      },
    ];
  }
}
