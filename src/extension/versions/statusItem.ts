import * as vscode from 'vscode';
import { Disposables } from '../common/disposables.js';
import { Command } from '../ids.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import type { UnsavedCounts } from './unsavedCounts.js';
import { unsavedCount } from './words.js';

/** Says in the status bar how much is in no version yet, and is gone while everything is. */
export function registerStatusItem(counts: UnsavedCounts, studies: Studies): vscode.Disposable {
  const disposables = new Disposables();
  const item = disposables.add(
    vscode.window.createStatusBarItem('verbatim.unsaved', vscode.StatusBarAlignment.Left, 9.2),
  );
  item.name = vscode.l10n.t('Verbatim: Changes in No Version');
  item.command = Command.saveVersion;
  let opened: OpenStudy | undefined;
  const update = (): void => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    opened = (uri && studies.peek(uri)) ?? opened;
    const unsaved = opened && counts.of(opened);
    if (unsaved === undefined || unsaved.paths.length === 0) {
      item.hide();
      return;
    }
    const words = vscode.l10n.t('{0} not saved', unsavedCount(unsaved));
    item.text = `$(history) ${words}`;
    item.tooltip = vscode.l10n.t(
      'Verbatim: not in a version yet: {0}. Select to save a version.',
      unsaved.message.subject,
    );
    item.accessibilityInformation = { label: `${words}. ${item.tooltip}` };
    item.show();
  };
  disposables.add(
    counts.onDidChange(one => {
      opened ??= one;
      update();
    }),
    vscode.window.onDidChangeActiveTextEditor(update),
  );
  return disposables;
}
