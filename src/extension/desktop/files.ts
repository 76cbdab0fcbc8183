import type * as vscode from 'vscode';
import type { FileStore, RemoteExchange } from '../../core/ports.js';
import { NodeFileStore } from '../../node/fileStore.js';
import { startGitInTurn } from '../../node/gitProgram.js';
import { turnOfItsOwn } from '../common/turns.js';
import { WorkspaceFileStore } from '../study/workspaceFileStore.js';

export { userName } from '../../node/git.js';
export { startRepository } from '../../node/work/startRepository.js';

startGitInTurn(turnOfItsOwn);

/** The files below a folder: of this machine where it is on one of its disks, else through the editor. */
export function filesBelow(mayAskGit: () => boolean): (root: vscode.Uri) => FileStore {
  return root =>
    root.scheme === 'file' ? new NodeFileStore(root.fsPath, mayAskGit, exchange) : new WorkspaceFileStore(root);
}

/** Through the editor, where the other side wants to know who somebody is. */
async function exchange(folder: string, plain: RemoteExchange): Promise<RemoteExchange> {
  const { EditorExchange } = await import('../versions/gitExtension.js');
  return new EditorExchange(folder, plain);
}
