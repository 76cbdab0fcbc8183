import * as vscode from 'vscode';

/**
 * Calls back when somebody saves a version, gets one, or goes to another branch, as far as the repository is in the workspace.
 * @param staged also when something is staged
 */
export function watchVersions(changed: () => void, { staged }: { readonly staged: boolean }): vscode.Disposable {
  const files = ['HEAD', ...(staged ? ['index'] : []), 'packed-refs', 'logs/HEAD', 'refs/**'];
  const watcher = vscode.workspace.createFileSystemWatcher(`**/.git/{${files.join(',')}}`);
  watcher.onDidChange(changed);
  watcher.onDidCreate(changed);
  watcher.onDidDelete(changed);
  return watcher;
}
