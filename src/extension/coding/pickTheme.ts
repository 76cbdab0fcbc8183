import * as vscode from 'vscode';
import { themePath } from '../../core/codebook/query.js';
import type { OpenStudy } from '../study/openStudy.js';

/** The theme somebody chose last, offered first: new codes come in runs. */
let last = '';

/**
 * Asks under which theme a new code goes; without themes nothing is asked.
 * @returns the theme's id, an empty string for none, undefined when the person turned away
 */
export async function pickTheme(opened: OpenStudy, title: string): Promise<string | undefined> {
  const themes = opened.study.codebook.entries.filter(entry => entry.kind === 'theme');
  if (themes.length === 0) return '';
  const none = {
    id: '',
    label: `$(circle-slash) ${vscode.l10n.t('No theme yet')}`,
    description: vscode.l10n.t('it can be moved later'),
  };
  const items = themes.map(theme => ({
    id: theme.id,
    label: `$(layers) ${theme.title}`,
    description: themePath(theme).join(' › '),
  }));
  const first = items.filter(item => item.id === last);
  const chosen = await vscode.window.showQuickPick([...first, none, ...items.filter(item => item.id !== last)], {
    title: vscode.l10n.t('Where does the new code “{0}” belong?', title),
    placeHolder: vscode.l10n.t('Choose a theme, or none'),
    matchOnDescription: true,
  });
  if (chosen !== undefined) last = chosen.id;
  return chosen?.id;
}
