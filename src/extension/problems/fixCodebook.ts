import * as vscode from 'vscode';
import type { Problem } from '../../core/problem.js';
import { type CodebookFix, mendAllOfCodebook, mendCodebook } from '../../core/study/codebookFixes.js';
import { isHintRule } from '../../core/study/hints/rules.js';
import type { FileEdit } from '../../core/text/lineEdit.js';
import type { CodebookEditing } from '../codebook/editing.js';
import { announce } from '../common/report.js';
import { HintSetting, Setting } from '../ids.js';
import type { OpenStudy } from '../study/openStudy.js';
import { titleOfFix } from './codebookFixTitles.js';

/** Does what somebody chose from the light bulb on the codebook; it can be undone like any other action. */
export async function fixCodebook(
  editing: CodebookEditing,
  opened: OpenStudy,
  problem: Problem | undefined,
  fix: CodebookFix,
): Promise<void> {
  switch (fix.do) {
    case 'turn-off':
      return turnOff(fix.rule);
    case 'mend':
    case 'mend-all': {
      const edits = await mend(opened, problem, fix);
      if (edits.length > 0) return editing.finish(opened, titleOfFix(fix, problem), edits, []);
      announce(vscode.l10n.t('$(info) There is nothing to mend any more.'));
      return;
    }
    case 'define': {
      const definition = await askDefinition(fix);
      if (definition === undefined) return;
      const change = { do: 'define', entry: fix.entry, definition } as const;
      return editing.change(opened, [change], vscode.l10n.t('Defined “{0}”', fix.title), 'edit');
    }
    case 'change':
      return applyChange(editing, opened, fix);
  }
}

async function mend(
  { study }: OpenStudy,
  problem: Problem | undefined,
  fix: Extract<CodebookFix, { do: 'mend' | 'mend-all' }>,
): Promise<readonly FileEdit[]> {
  if (fix.do === 'mend-all') return mendAllOfCodebook(study, fix.rule);
  return problem === undefined ? [] : mendCodebook(study, problem, fix);
}

async function applyChange(
  editing: CodebookEditing,
  opened: OpenStudy,
  fix: Extract<CodebookFix, { do: 'change' }>,
): Promise<void> {
  const { change, title, into = '' } = fix;
  if (change.do !== 'merge') {
    await editing.change(opened, [change], vscode.l10n.t('Took “{0}” out of the codebook', title), 'trash');
  } else if (await confirmMerge(fix)) {
    await editing.change(opened, [change], vscode.l10n.t('Merged “{0}” into “{1}”', title, into), 'git-merge');
  }
}

async function askDefinition({ title, kind }: Extract<CodebookFix, { do: 'define' }>): Promise<string | undefined> {
  const definition = await vscode.window.showInputBox({
    title:
      kind === 'theme'
        ? vscode.l10n.t('What is the theme “{0}” about?', title)
        : vscode.l10n.t('What does the code “{0}” mean?', title),
    prompt:
      kind === 'theme'
        ? vscode.l10n.t('What holds its codes together and what it says about your question. One paragraph.')
        : vscode.l10n.t('What a passage must say to get this code. One paragraph.'),
    ignoreFocusOut: true,
    validateInput: text => (text.trim() === '' ? vscode.l10n.t('Write at least a few words.') : undefined),
  });
  return definition?.trim() === '' ? undefined : definition?.trim();
}

async function confirmMerge({ title, into = '', excerpts }: Extract<CodebookFix, { do: 'change' }>): Promise<boolean> {
  const merge = vscode.l10n.t('Merge');
  const counts =
    excerpts === 1
      ? vscode.l10n.t('1 excerpt of “{0}” will count as “{1}”.', title, into)
      : vscode.l10n.t('{0} excerpts of “{1}” will count as “{2}”.', excerpts, title, into);
  const detail = `${counts} ${vscode.l10n.t('The codings keep the code they were made with, so the two can be parted again.')}`;
  const message = vscode.l10n.t('Merge “{0}” into “{1}”?', title, into);
  return (await vscode.window.showWarningMessage(message, { modal: true, detail }, merge)) === merge;
}

/** In the person's own settings: a file of the study would tell the colleagues what to see. */
async function turnOff(rule: string): Promise<void> {
  if (!isHintRule(rule)) return;
  const settings = vscode.workspace.getConfiguration(Setting.section);
  await settings.update(HintSetting[rule], 'off', vscode.ConfigurationTarget.Global);
  announce(
    vscode.l10n.t(
      '$(check) Hints of this kind are off; the setting {0} brings them back.',
      `${Setting.section}.${HintSetting[rule]}`,
    ),
  );
}
