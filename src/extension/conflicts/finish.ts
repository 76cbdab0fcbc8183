import * as vscode from 'vscode';
import type { MadeMerge } from '../../core/ports.js';
import { announce } from '../common/report.js';
import type { Repository } from './settle.js';
import type { SideNames } from './sideNames.js';

/**
 * Once everything is decided: offers to end what is under way.
 * @returns true where it went on and something is still under way
 */
export async function offerToFinish(repository: Repository, made: MadeMerge, names: SideNames): Promise<boolean> {
  const { t } = vscode.l10n;
  if (made.underWay === 'stash') {
    announce(t('$(check) Everything is decided.'));
    return false;
  }
  const [finish, giveUpWord] = [t('Finish'), t('Give Up…')];
  const answer = await vscode.window.showInformationMessage(words(made, names), finish, giveUpWord);
  if (answer === giveUpWord) await giveUp(repository, made, names);
  if (answer !== finish) return false;
  const standing = await repository.work.finishUnderWay();
  if (standing.underWay !== undefined) {
    announce(t('$(check) Saved. On to the next version.'));
    return true;
  }
  announce(
    made.underWay === 'rebase'
      ? t('$(check) Done: your versions stand on the work of {0}.', names.whose)
      : t('$(check) Done: saved as a version.'),
  );
  return false;
}

function words({ underWay }: MadeMerge, { whose }: SideNames): string {
  const { t } = vscode.l10n;
  switch (underWay) {
    case 'rebase':
      return t(
        'Everything is decided for this version of yours. Finish saves it on top of the work of {0}; where there are more of your versions, the next one comes.',
        whose,
      );
    case 'merge':
    case 'squash':
      return t('Everything is decided. Finish saves a version that has your work and that of {0}.', whose);
    default:
      return t('Everything is decided. Finish saves it as a version.');
  }
}

/**
 * Gives up what is under way, once the person knows what becomes of the decisions.
 * @returns whether it was given up
 */
export async function giveUp({ work }: Repository, made: MadeMerge, { title }: SideNames): Promise<boolean> {
  const { t } = vscode.l10n;
  const detail = t(
    'All files become as they were before it began; what was changed in them since is lost. Nothing of your saved versions is, nor of anybody else’s. What you decided is remembered: where the same question comes up again, it is shown as you decided it.',
  );
  const yes = t('Give Up');
  const question = `${title}. ${t('Give it up?')}`;
  if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) !== yes) return false;
  await work.abandonUnderWay();
  announce(
    made.underWay === 'rebase'
      ? t('$(discard) Given up: your versions are as they were.')
      : t('$(discard) Given up: everything is as it was.'),
  );
  return true;
}
