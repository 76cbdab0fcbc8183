import * as vscode from 'vscode';
import type { StudyGit } from '../../core/ports.js';
import { withoutLinks } from '../common/withoutLinks.js';

/** Asks for any name that git knows. @returns undefined where the person turned away */
export async function askForName(git: StudyGit): Promise<string | undefined> {
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Compare with which version?'),
    prompt: vscode.l10n.t('A branch, a tag, the id of a version, or anything else that git takes for one'),
    placeHolder: 'HEAD~1',
    ignoreFocusOut: true,
    validateInput: text => objection(git, text),
  });
  return typed?.trim();
}

async function objection(git: StudyGit, text: string): Promise<string | undefined> {
  const name = text.trim();
  if (name === '') return vscode.l10n.t('Please type a name.');
  if (/[\r\n\0]/.test(name)) return vscode.l10n.t('A name is one line.');
  try {
    if ((await git.commit(name)) !== undefined) return undefined;
    return withoutLinks(vscode.l10n.t('No saved version goes by the name “{0}”. Check its spelling.', name));
  } catch (error) {
    return withoutLinks(error instanceof Error ? error.message : String(error));
  }
}
