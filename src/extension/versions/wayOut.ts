import * as vscode from 'vscode';
import { detached } from '../../core/versions/failures.js';
import { ownName } from '../../core/versions/place.js';
import { announce } from '../common/report.js';
import { Command } from '../ids.js';
import type { AtWork } from './services.js';

/** Ends what was begun with git; where something in it is to be decided, that comes first. @returns whether nothing is under way any more */
export async function finish({ source, opened }: AtWork): Promise<boolean> {
  const made = await source.work.lastMerge();
  if (made?.underWay !== undefined && made.files.some(({ isUnmerged }) => isUnmerged)) {
    await vscode.commands.executeCommand(Command.decideQuestions, { opened });
    return false;
  }
  const { underWay } = await source.work.finishUnderWay();
  if (underWay === undefined) announce(`$(check) ${vscode.l10n.t('Finished.')}`);
  return underWay === undefined;
}

/** Gives up what was begun with git, once the person knows what is lost. @returns whether it was given up */
export async function giveUp({ source, opened }: AtWork): Promise<boolean> {
  const give = vscode.l10n.t('Give It Up');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('Give up what was begun in this folder?'),
    {
      modal: true,
      detail: vscode.l10n.t(
        'The files become what they were before it began. What was decided or typed since then, in the files that it is about, is lost. No version is lost.',
      ),
    },
    give,
  );
  if (chosen !== give) return false;
  await source.work.abandonUnderWay();
  await opened.study.refresh();
  announce(`$(check) ${vscode.l10n.t('Given up. Everything is as it was before it began.')}`);
  return true;
}

/** Leaves an older version that is open, for the work that all share. @throws VersionFailure where it cannot */
export async function goBackToShared({ source, opened }: AtWork): Promise<boolean> {
  const { base } = await source.work.standing();
  const here = (await source.git.refs()).filter(({ kind }) => kind === 'branch').map(({ name }) => name);
  const wanted = base === undefined ? [] : [base, ownName(base)];
  const shared = [...wanted, 'main', 'master', ...here].find(name => here.includes(name));
  if (shared === undefined) throw detached(undefined);
  await source.work.switchTo(shared);
  await opened.study.refresh();
  announce(`$(check) ${vscode.l10n.t('You are back in the current work.')}`);
  return true;
}
