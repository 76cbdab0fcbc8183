import * as vscode from 'vscode';
import { Disposables } from '../common/disposables.js';
import { Command } from '../ids.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import type { Visibility } from './visibility.js';
import { shownInWords } from './words.js';

/** Says in the status bar that not everything is shown, and is gone while everything is. */
export function registerStatusItem(studies: Studies, visibility: Visibility): vscode.Disposable {
  const disposables = new Disposables();
  const item = disposables.add(
    vscode.window.createStatusBarItem('verbatim.visibility', vscode.StatusBarAlignment.Left, 9.5),
  );
  item.name = vscode.l10n.t('Verbatim: Codings Shown');
  // A preview or a page may be active, which is no text editor: then the study is still the one before.
  let opened: OpenStudy | undefined;
  const update = (): void => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    opened = (uri && studies.peek(uri)) ?? opened;
    if (!visibility.isHidden && !visibility.isFiltered(opened)) {
      item.hide();
      return;
    }
    const words = visibility.isHidden ? vscode.l10n.t('Codings hidden') : shownInWords(opened, visibility.wish(opened));
    item.text = `${visibility.isHidden ? '$(eye-closed)' : '$(filter)'} ${words}`;
    item.command = visibility.isHidden ? Command.toggleCodings : Command.filterCodings;
    item.tooltip = visibility.isHidden
      ? vscode.l10n.t('Verbatim: no codings are shown. Select to show them.')
      : vscode.l10n.t('Verbatim: other codings are hidden. Select to choose what is shown.');
    item.accessibilityInformation = { label: `${words}. ${item.tooltip}` };
    item.show();
  };
  disposables.add(visibility.onDidChange(update));
  disposables.add(studies.onDidChange(update));
  disposables.add(vscode.window.onDidChangeActiveTextEditor(update));
  update();
  return disposables;
}
