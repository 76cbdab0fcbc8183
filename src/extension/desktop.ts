import * as vscode from 'vscode';
import { systemEnvironment } from '../node/environment.js';
import { activateVerbatim, type VerbatimApi } from './activate.js';
import type { Host } from './host.js';

export { loadingInTurns } from './common/loading.js';

/** Entry for the desktop and remote hosts: files and git come from Node. */
export function activate(context: vscode.ExtensionContext): Promise<VerbatimApi> {
  const load = () => import('./desktop/files.js');
  const host: Host = {
    files: async () => (await load()).filesBelow(mayAskGit),
    environment: systemEnvironment,
    git: {
      userName: async folder =>
        mayAskGit() && folder.scheme === 'file' ? (await load()).userName(folder.fsPath) : undefined,
    },
    startRepository: async folder => (await load()).startRepository(folder.fsPath),
  };
  return activateVerbatim(context, host);
}

/** A repository's configuration can start programs: in a folder that is not trusted git is not asked at all. */
function mayAskGit(): boolean {
  return vscode.workspace.isTrusted;
}
