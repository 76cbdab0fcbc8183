import * as vscode from 'vscode';
import type { Refusal } from './comparing.js';

/** Why a study cannot be compared, in a few words. */
export function refusalWords(why: Refusal): string {
  switch (why) {
    case 'untrusted':
      return vscode.l10n.t('in Restricted Mode git is not asked');
    case 'web':
      return vscode.l10n.t('there is no git in a browser');
    case 'noGit':
      return vscode.l10n.t('no versions are kept of this folder');
    case 'neverSaved':
      return vscode.l10n.t('no version was saved yet');
  }
}
