import * as vscode from 'vscode';
import type { Problem } from '../../core/problem.js';
import type { CodebookFix } from '../../core/study/codebookFixes.js';

/** What a way to mend the codebook is called in the light bulb's menu, and in the history once it is done. */
export function titleOfFix(fix: CodebookFix, problem: Problem | undefined): string {
  switch (fix.do) {
    case 'mend':
      return titleOfMend(fix.kind, fix.value ?? '', problem?.data?.id ?? '');
    case 'mend-all':
      return fix.count === undefined
        ? vscode.l10n.t('Mend what is safe to mend in the codebook')
        : vscode.l10n.t('Mend all {0} problems of this kind', fix.count);
    case 'define':
      return vscode.l10n.t('Write a definition of “{0}”…', fix.title);
    case 'change':
      return titleOfChange(fix);
    case 'turn-off':
      return vscode.l10n.t('Show no hints of this kind ({0})', fix.rule);
  }
}

function titleOfMend(kind: Extract<CodebookFix, { do: 'mend' }>['kind'], value: string, id: string): string {
  switch (kind) {
    case 'close-braces':
      return vscode.l10n.t('Close the braces');
    case 'repair-braces':
      return vscode.l10n.t('Write {0}', value);
    case 'remove-parts':
      return vscode.l10n.t('Take “{0}” out of the braces', value);
    case 'remove-second-id':
      return vscode.l10n.t('Take the second id, “{0}”, away', value);
    case 'set-color':
      return vscode.l10n.t('Use the colour {0}', value);
    case 'remove-color':
      return vscode.l10n.t('Take the colour away');
    case 'new-id':
      return vscode.l10n.t('Give this heading the id “{0}” in place of “{1}”', value, id);
    case 'remove-former':
      return vscode.l10n.t('Take the former id “{0}” away here', value);
    case 'set-parent':
      return vscode.l10n.t('Put it under “{0}”', value);
    case 'remove-parent':
      return vscode.l10n.t('Take parent= away and nest it by its heading level');
    case 'add-title':
      return vscode.l10n.t('Add the title “# Codebook”');
    case 'bare-title':
      return vscode.l10n.t('Keep it as the title and take its attributes away');
    case 'lower-heading':
      return vscode.l10n.t('Put it and all that is in it one level down');
  }
}

function titleOfChange({ change, title, into }: Extract<CodebookFix, { do: 'change' }>): string {
  if (change.do === 'merge') return vscode.l10n.t('Merge “{0}” into “{1}”…', title, into ?? '');
  return vscode.l10n.t('Take “{0}” out of the codebook', title);
}
