import * as vscode from 'vscode';
import { isMemo } from '../../core/study/layout.js';
import type { Studies } from '../study/studies.js';

/** Closes the editor of a memo whose file is gone, as when making it was undone: nothing in it is lost. */
export function closeGoneMemos(studies: Studies): vscode.Disposable {
  return studies.onDidChange(({ opened, paths }) => {
    for (const path of paths) {
      if (!isMemo(path) || opened.study.exists(path)) continue;
      const uri = opened.uri(path).toString();
      const tabs = vscode.window.tabGroups.all
        .flatMap(group => group.tabs)
        .filter(tab => !tab.isDirty && tab.input instanceof vscode.TabInputText && tab.input.uri.toString() === uri);
      vscode.window.tabGroups.close(tabs).then(undefined, () => undefined);
    }
  });
}
