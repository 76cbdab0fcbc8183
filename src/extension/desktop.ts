import * as vscode from 'vscode';
import { NodeFileStore } from '../node/fileStore.js';
import { userName } from '../node/git.js';
import { systemEnvironment } from '../node/studies.js';
import { GitExchange } from '../node/work/exchange.js';
import { startRepository } from '../node/work/startRepository.js';
import { activateVerbatim, type VerbatimApi } from './activate.js';
import type { Host } from './host.js';
import { WorkspaceFileStore } from './study/workspaceFileStore.js';
import { EditorExchange } from './versions/gitExtension.js';

/** Entry for the desktop and remote hosts: files and git come from Node. */
export function activate(context: vscode.ExtensionContext): VerbatimApi {
  const host: Host = {
    fileStore: root =>
      root.scheme === 'file'
        ? new NodeFileStore(root.fsPath, mayAskGit, folder => new EditorExchange(folder, new GitExchange(folder)))
        : new WorkspaceFileStore(root),
    environment: systemEnvironment,
    git: { userName: async folder => (mayAskGit() && folder.scheme === 'file' ? userName(folder.fsPath) : undefined) },
    startRepository: folder => startRepository(folder.fsPath),
  };
  return activateVerbatim(context, host);
}

/** A repository's configuration can start programs: in a folder that is not trusted git is not asked at all. */
function mayAskGit(): boolean {
  return vscode.workspace.isTrusted;
}
