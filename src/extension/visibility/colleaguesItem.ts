import * as vscode from 'vscode';
import { Disposables } from '../common/disposables.js';
import { Command } from '../ids.js';
import type { Colleagues } from './colleagues.js';

/** Says in the status bar that colleagues' codings are hidden, and is gone while they are not. */
export function registerColleaguesItem(colleagues: Colleagues): vscode.Disposable {
  const disposables = new Disposables();
  const item = disposables.add(
    vscode.window.createStatusBarItem('verbatim.colleagues', vscode.StatusBarAlignment.Left, 9.6),
  );
  item.name = vscode.l10n.t('Verbatim: Colleagues’ Codings');
  const update = (): void => {
    if (!colleagues.areHidden) {
      item.hide();
      return;
    }
    item.text = `$(eye-closed) ${vscode.l10n.t('Colleagues hidden')}`;
    item.command = Command.showColleagues;
    item.tooltip = vscode.l10n.t(
      'Verbatim: only your own codings are shown, everywhere. Select to show those of colleagues, too.',
    );
    item.accessibilityInformation = { label: `${vscode.l10n.t('Colleagues hidden')}. ${item.tooltip}` };
    item.show();
  };
  disposables.add(colleagues.onDidChange(update));
  update();
  return disposables;
}
