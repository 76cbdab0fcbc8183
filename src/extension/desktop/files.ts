import type * as vscode from 'vscode';
import type { FileStore } from '../../core/ports.js';
import { NodeFileStore } from '../../node/fileStore.js';
import { startGitInTurn } from '../../node/gitProgram.js';
import { GitExchange } from '../../node/work/exchange.js';
import { turnOfItsOwn } from '../common/turns.js';
import { WorkspaceFileStore } from '../study/workspaceFileStore.js';
import { EditorExchange } from '../versions/gitExtension.js';

export { userName } from '../../node/git.js';
export { startRepository } from '../../node/work/startRepository.js';

startGitInTurn(turnOfItsOwn);

/** The files below a folder: of this machine where it is on one of its disks, else through the editor. */
export function filesBelow(mayAskGit: () => boolean): (root: vscode.Uri) => FileStore {
  return root =>
    root.scheme === 'file'
      ? new NodeFileStore(root.fsPath, mayAskGit, folder => new EditorExchange(folder, new GitExchange(folder)))
      : new WorkspaceFileStore(root);
}
