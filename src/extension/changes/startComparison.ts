import * as vscode from 'vscode';
import type { Host } from '../host.js';
import { View } from '../ids.js';
import type { OpenStudy } from '../study/openStudy.js';
import { pickStudy } from '../study/pickStudy.js';
import type { Studies } from '../study/studies.js';
import type { ChangesArrangement } from './arrangement.js';
import { compareWith } from './compareWith.js';

/**
 * Asks what is to be compared, and brings the view forward.
 * @returns the study, where something was chosen
 * @throws Error that says why nothing can be compared, and what to do
 */
export async function startComparison(
  studies: Studies,
  host: Host,
  arrangement: ChangesArrangement,
): Promise<OpenStudy | undefined> {
  const opened = await pickStudy(studies, vscode.l10n.t('Compare which study?'));
  if (opened === undefined) return undefined;
  if (!vscode.workspace.isTrusted) {
    throw new Error(
      vscode.l10n.t(
        'In Restricted Mode git is not asked, because a repository’s configuration could start programs. Choose Manage Workspace Trust if you know where this folder comes from.',
      ),
    );
  }
  const git = host.git === undefined ? undefined : await opened.seen.store.git?.();
  if (git === undefined) {
    throw new Error(
      vscode.l10n.t(
        'No versions of this folder are kept, so there is nothing to compare with. The Coding Changes view says more.',
      ),
    );
  }
  if (!(await compareWith(opened, git, arrangement))) return undefined;
  await vscode.commands.executeCommand(`${View.changes}.focus`);
  return opened;
}
