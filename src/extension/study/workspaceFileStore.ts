import * as vscode from 'vscode';
import type { FileStamp, FileStore } from '../../core/ports.js';
import { isReadable, mayHoldFiles } from '../../core/study/layout.js';
import { sameBytes } from '../../core/text/sameBytes.js';

/** The files of a study through VS Code's own file system: for browser editors and virtual workspaces. */
export class WorkspaceFileStore implements FileStore {
  constructor(private readonly root: vscode.Uri) {}

  async list(): Promise<FileStamp[]> {
    const stamps: FileStamp[] = [];
    await this.walk('', stamps);
    return stamps;
  }

  async stamp(path: string): Promise<FileStamp | undefined> {
    if (!isReadable(path)) return undefined;
    const stat = await orMissing(vscode.workspace.fs.stat(this.uri(path)));
    return stat && (stat.type & vscode.FileType.File) !== 0
      ? { path, size: stat.size, modified: stat.mtime }
      : undefined;
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    return orMissing(vscode.workspace.fs.readFile(this.uri(path)));
  }

  async replace(path: string, expected: Uint8Array | undefined, next: Uint8Array | undefined): Promise<boolean> {
    const uri = this.uri(path);
    const now = await this.read(path);
    if (!sameBytes(now, expected)) return false;
    if (next === undefined) await orMissing(vscode.workspace.fs.delete(uri));
    else await vscode.workspace.fs.writeFile(uri, next);
    return true;
  }

  async move(from: string, to: string): Promise<boolean> {
    try {
      await vscode.workspace.fs.createDirectory(this.uri(to.split('/').slice(0, -1).join('/')));
      await vscode.workspace.fs.rename(this.uri(from), this.uri(to), { overwrite: false });
    } catch (error) {
      if (error instanceof vscode.FileSystemError && ['FileNotFound', 'FileExists'].includes(error.code)) return false;
      throw error;
    }
    await this.removeEmpty(from.split('/').slice(0, -1));
    return true;
  }

  /** Removes a folder in which nothing is left, and those around it. */
  private async removeEmpty(folders: readonly string[]): Promise<void> {
    for (let depth = folders.length; depth > 0; depth--) {
      const uri = this.uri(folders.slice(0, depth).join('/'));
      try {
        if ((await vscode.workspace.fs.readDirectory(uri)).length > 0) return;
        await vscode.workspace.fs.delete(uri);
      } catch {
        // Somebody put a file in meanwhile, or removed it: either is fine.
        return;
      }
    }
  }

  private async walk(folder: string, stamps: FileStamp[]): Promise<void> {
    const entries =
      (await orMissing(vscode.workspace.fs.readDirectory(folder === '' ? this.root : this.uri(folder)))) ?? [];
    await Promise.all(
      entries.map(async ([name, type]) => {
        const path = folder === '' ? name : `${folder}/${name}`;
        if (!mayHoldFiles(name)) return;
        if (type === vscode.FileType.Directory) await this.walk(path, stamps);
        else {
          const stamp = await this.stamp(path);
          if (stamp !== undefined) stamps.push(stamp);
        }
      }),
    );
  }

  private uri(path: string): vscode.Uri {
    if (path.split('/').includes('..')) throw new Error(`${path} is outside the study. Nothing was read or written.`);
    return vscode.Uri.joinPath(this.root, path);
  }
}

async function orMissing<T>(work: Thenable<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}
