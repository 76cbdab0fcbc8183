import * as vscode from 'vscode';
import { type VersionSource, versionSource } from '../../core/versions/source.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { AtWork, VersionsServices } from './services.js';

/**
 * A study whose versions can be worked on; where none are kept yet, offers to begin.
 * @returns undefined where the person would rather not
 * @throws Error that says why git cannot be asked here
 */
export async function atWork(services: VersionsServices, opened: OpenStudy): Promise<AtWork | undefined> {
  if (services.host.git === undefined) {
    throw new Error(
      vscode.l10n.t(
        'Here in the browser no versions can be saved: git keeps them, which a browser does not have. Open the folder in VS Code on a computer, or in a Codespace.',
      ),
    );
  }
  if (!vscode.workspace.isTrusted) {
    throw new Error(
      vscode.l10n.t(
        'In Restricted Mode git is not started, because settings of this folder could start programs. Choose Manage Workspace Trust if you know where this folder comes from.',
      ),
    );
  }
  const { store } = opened.study;
  if ((await store.git?.()) === undefined && !(await beginKeeping(services, opened))) return undefined;
  const source: VersionSource = await versionSource(store);
  return { ...services, opened, source };
}

/** Offers to keep versions of a folder from now on. @returns whether they are */
async function beginKeeping({ host }: VersionsServices, opened: OpenStudy): Promise<boolean> {
  const begin = vscode.l10n.t('Keep Versions Here');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('Keep versions of “{0}” from now on?', opened.name),
    {
      modal: true,
      detail: vscode.l10n.t(
        'Every version that you save stays, in a hidden folder (.git) inside this one, so that you can see what changed and go back; nothing leaves this computer.',
      ),
    },
    begin,
  );
  if (chosen !== begin) return false;
  await host.startRepository?.(opened.root);
  return true;
}
