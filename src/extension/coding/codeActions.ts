import * as vscode from 'vscode';
import { shorten } from '../../core/text/shorten.js';
import type { CodedDocuments } from '../documents/codedDocuments.js';
import { Command } from '../ids.js';
import type { Studies } from '../study/studies.js';
import type { CodeReference } from '../themes/register.js';

/** A code is named in a menu; a long name is cut short. Code points. */
const TITLE_SHOWN = 40;
const KIND = vscode.CodeActionKind.Refactor.append('verbatim');

/** What the light bulb offers in a transcript: to code what is selected, and to change the codings at the cursor. */
export class CodingActions implements vscode.CodeActionProvider {
  constructor(
    private readonly studies: Studies,
    private readonly documents: CodedDocuments,
  ) {}

  async provideCodeActions(document: vscode.TextDocument, at: vscode.Range): Promise<vscode.CodeAction[]> {
    const coded = await this.documents.get(document);
    const opened = coded?.opened ?? (await this.studies.of(document.uri));
    // A folder without a study is coded by key or menu: a light bulb in every Markdown file would be noise.
    if (opened?.transcriptPath(document) === undefined) return [];
    const here = coded?.shown.filter(({ range }) => (at.isEmpty ? range.contains(at.start) : overlap(range, at))) ?? [];
    const codes = new Set(here.map(({ coding }) => opened.study.titleOf(coding.code)));
    const [only] = codes;
    // Where several codings are meant, the command asks which.
    const name = codes.size === 1 && only !== undefined ? `“${shorten(only, TITLE_SHOWN)}”` : vscode.l10n.t('Coding');
    const known = codes.size === 1 ? opened.study.entry(here[0]?.coding.code ?? '') : undefined;
    const reference: CodeReference = { uri: document.uri.toString(), code: known?.id ?? '' };
    return [
      ...(at.isEmpty
        ? []
        : [
            action(vscode.l10n.t('Code Selection…'), Command.codeSelection),
            action(vscode.l10n.t('Code in Vivo: the Words Become the Code'), Command.codeInVivo),
          ]),
      ...(here.length === 0
        ? []
        : [
            ...(at.isEmpty
              ? []
              : [action(vscode.l10n.t('Extend or Shrink {0} to Selection', name), Command.moveToSelection)]),
            action(vscode.l10n.t('Recode {0}…', name), Command.recodeCoding),
            action(vscode.l10n.t('Add Another Code…'), Command.addCode),
            action(vscode.l10n.t('Edit Memo on {0}…', name), Command.editMemo),
            action(vscode.l10n.t('Mark {0} as Supporting, Nuancing or Contradicting…', name), Command.markEvidence),
            action(vscode.l10n.t('Extend {0}', name), Command.extendCoding),
            action(vscode.l10n.t('Shrink {0}', name), Command.shrinkCoding),
            action(vscode.l10n.t('Begin {0} Here', name), Command.startHere),
            action(vscode.l10n.t('End {0} Here', name), Command.endHere),
            action(vscode.l10n.t('Remove {0}', name), Command.removeCoding),
            ...(known === undefined
              ? []
              : [action(vscode.l10n.t('Show {0} in Themes', name), Command.showCode, reference)]),
          ]),
    ];
  }
}

const overlap = (a: vscode.Range, b: vscode.Range): boolean => a.intersection(b)?.isEmpty === false;

function action(title: string, command: string, ...args: CodeReference[]): vscode.CodeAction {
  const made = new vscode.CodeAction(title, KIND);
  made.command = { command, title, arguments: args };
  return made;
}
