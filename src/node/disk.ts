import { lstat, readFile, type Stats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import * as fs from 'node:fs/promises';
import path from 'node:path';

/** What a piece of work gives; undefined where the file or folder it needs is not there. */
export async function orMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** The bytes of a file. A study is thousands of small ones: the call that takes a callback costs half of the one that gives a promise. */
export function readBytes(file: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    readFile(file, (error, bytes) => (error ? reject(error) : resolve(bytes)));
  });
}

/** What the disk says of a file, a link not being followed; by the cheaper call as well. */
export function lookAt(file: string): Promise<Stats> {
  return new Promise((resolve, reject) => {
    lstat(file, (error, stats) => (error ? reject(error) : resolve(stats)));
  });
}

/**
 * Writes behind what a file holds, and through to the disk.
 * @param size of the file before, in bytes
 * @throws also where the disk took less than it was given and did not say so
 */
export async function writeThrough(handle: FileHandle, bytes: Uint8Array, size = 0): Promise<void> {
  await handle.writeFile(bytes);
  await handle.sync();
  if ((await handle.stat()).size !== size + bytes.length) {
    throw Object.assign(new Error('The disk kept less than was written.'), { code: 'EIO' });
  }
}

/** Makes a rename survive a power cut, and with it the folders that were made for it, `made` being the first of them. */
export async function syncFolders(folder: string, made?: string): Promise<void> {
  // Windows cannot open a folder; there the file system does it by itself.
  if (process.platform === 'win32') return;
  await syncFolder(folder);
  for (let above = folder; made !== undefined && above.startsWith(made); ) {
    above = path.dirname(above);
    await syncFolder(above);
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await fs.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Removes a folder in which nothing is left, and those around it.
 * @param root the one that stays in any case
 * @returns the first that is not empty
 */
export async function removeEmpty(folder: string, root: string): Promise<string> {
  for (let at = folder; at !== root; at = path.dirname(at)) {
    const isGone = await fs.rmdir(at).then(
      () => true,
      () => false,
    );
    if (!isGone) return at;
  }
  return root;
}
