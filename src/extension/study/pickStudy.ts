import * as vscode from 'vscode';
import type { OpenStudy } from './openStudy.js';
import type { Studies } from './studies.js';

/**
 * The study that is meant: the only one, else a picker asks.
 * @param title what the picker asks
 * @returns undefined where the person turned away
 * @throws Error where there is none
 */
export async function pickStudy(studies: Studies, title: string): Promise<OpenStudy | undefined> {
  const all = await studies.all();
  if (all.length <= 1) {
    if (all[0] === undefined) throw new Error(vscode.l10n.t('There is no study in this folder yet.'));
    return all[0];
  }
  const items = all.map(opened => ({ label: opened.name, description: opened.root.path, opened }));
  return (await vscode.window.showQuickPick(items, { title }))?.opened;
}
