import * as vscode from 'vscode';
import { isReadable, mayHoldFiles } from '../../core/study/layout.js';
import { Delayed } from '../common/delay.js';
import { Disposables } from '../common/disposables.js';
import { orReport } from '../common/report.js';
import { Command } from '../ids.js';
import { relativePath } from './folders.js';
import type { Studies } from './studies.js';

/** A checkout changes many files in one go: they are taken in together once it pauses. Milliseconds. */
const PAUSE = 80;

/** Keeps the studies up to date with changes from outside: git, another window, the command line. */
export function registerWatching(studies: Studies): vscode.Disposable {
  const disposables = new Disposables();
  const files = new Map<string, vscode.Uri>();
  let folders = false;
  const flush = disposables.add(
    new Delayed(() => {
      const changed = [...files.values()];
      const whole = folders;
      files.clear();
      folders = false;
      orReport(async () => {
        await studies.filesChanged(changed);
        if (whole) await studies.refresh();
      }).then(undefined, () => undefined);
    }, PAUSE),
  );
  const note = (uri: vscode.Uri): void => {
    const path = pathInWorkspace(uri);
    if (path === undefined) return;
    if (isReadable(path)) files.set(uri.toString(), uri);
    // A folder that comes or goes is often all that is reported of the files in it.
    else if (looksLikeFolder(path)) folders = true;
    else return;
    flush.trigger();
  };
  const watcher = disposables.add(vscode.workspace.createFileSystemWatcher('**'));
  disposables.add(watcher.onDidChange(note), watcher.onDidCreate(note), watcher.onDidDelete(note));
  // Watchers may drop events and are off while a machine sleeps; coming back to the window settles it.
  disposables.add(vscode.window.onDidChangeWindowState(state => void (state.focused && studies.refresh())));
  disposables.add(vscode.commands.registerCommand(Command.refresh, () => studies.refresh()));
  return disposables;
}

function pathInWorkspace(uri: vscode.Uri): string | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return folder && relativePath(folder.uri, uri);
}

function looksLikeFolder(path: string): boolean {
  const parts = path.split('/');
  return parts.every(mayHoldFiles) && !/\.\w{1,8}$/.test(parts.at(-1) ?? '');
}
