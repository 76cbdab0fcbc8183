import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { VerbatimApi } from '../../../src/extension/activate';

/** The extension, activated. */
export async function verbatim(): Promise<VerbatimApi> {
  const extension = vscode.extensions.getExtension<VerbatimApi>('verbatim-qda.verbatim');
  assert.ok(extension);
  return extension.activate();
}

/** Address of a file of the workspace. */
export function uriOf(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, path);
}

/** The text of a file on disk; undefined where there is none. */
export async function read(path: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(path)));
  } catch {
    return undefined;
  }
}

/** Writes a file as another program would; undefined removes it. */
export async function write(path: string, text: string | undefined): Promise<void> {
  if (text === undefined) return vscode.workspace.fs.delete(uriOf(path));
  const parts = path.split('/');
  for (let depth = 1; depth < parts.length; depth++) await haveFolder(uriOf(parts.slice(0, depth).join('/')));
  await vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text));
}

/** How long the watcher may take to see a new folder, in milliseconds. */
const SEEN_AFTER = 5_000;

/**
 * Makes a folder, unless it is there, and waits until the watcher of files has it: what changes in a folder that was made together with
 * the one around it may never be told, and that is not what these tests are about (`e2e/missedEvents` is).
 */
async function haveFolder(uri: vscode.Uri): Promise<void> {
  const isThere = await vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  const pattern = new vscode.RelativePattern(
    vscode.Uri.joinPath(uri, '..'),
    uri.path.slice(uri.path.lastIndexOf('/') + 1),
  );
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  try {
    await new Promise<void>((resolve, reject) => {
      watcher.onDidCreate(() => resolve());
      setTimeout(resolve, SEEN_AFTER);
      vscode.workspace.fs.createDirectory(uri).then(undefined, reject);
    });
  } finally {
    watcher.dispose();
  }
}

/** Opens a file in an editor. */
export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uriOf(path)));
}

/** Selects the first occurrence of a text. */
export function select(editor: vscode.TextEditor, text: string): void {
  const at = editor.document.getText().indexOf(text);
  assert.ok(at >= 0, `“${text}” is not in the document`);
  editor.selection = new vscode.Selection(editor.document.positionAt(at), editor.document.positionAt(at + text.length));
}

/** Asks again and again until there is an answer. */
export async function until<T>(
  what: string,
  ask: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  const end = Date.now() + 30_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

/** Says who is coding in these tests. */
export async function beCoder(name: string): Promise<void> {
  await vscode.workspace.getConfiguration('verbatim').update('coder', name, vscode.ConfigurationTarget.Global);
}
