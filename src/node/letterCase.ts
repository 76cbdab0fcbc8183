import * as fs from 'node:fs/promises';
import path from 'node:path';
import { foldPath } from '../core/study/layout.js';
import { orMissing, syncFolders } from './disk.js';

/**
 * Whether two paths are the same entry of the same folder, as two that differ in letter case are on many disks. Two hard
 * links to one file are two entries.
 * @param a absolute, as `b`; both may be missing
 * @throws what the disk throws: who took one file for two might remove it as the copy of itself
 */
export async function isOneEntry(a: string, b: string): Promise<boolean> {
  if (!(await isOneFile(a, b)) || !(await isOneFile(path.dirname(a), path.dirname(b)))) return false;
  const [nameA, nameB] = [path.basename(a), path.basename(b)];
  const names = await fs.readdir(path.dirname(a));
  return nameA === nameB || !(names.includes(nameA) && names.includes(nameB));
}

async function isOneFile(a: string, b: string): Promise<boolean> {
  const [one, other] = await Promise.all([a, b].map(file => orMissing(fs.lstat(file, { bigint: true }))));
  return one !== undefined && other !== undefined && one.ino === other.ino && one.dev === other.dev;
}

/**
 * Writes the name of a file, and those of the folders it is in, as a path has them; they differ in letter case at most. Where the disk refuses one of
 * them, those before it are as they were.
 * @param root absolute path of the folder whose own name stays
 * @param file relative to it
 */
export async function changeLetterCase(root: string, file: string): Promise<void> {
  const renamed: (readonly [string, string])[] = [];
  let folder = root;
  try {
    for (const wanted of file.split('/')) {
      const names = await fs.readdir(folder);
      const actual = names.includes(wanted) ? wanted : names.find(name => foldPath(name) === foldPath(wanted));
      const target = path.join(folder, wanted);
      if (actual !== undefined && actual !== wanted) {
        await fs.rename(path.join(folder, actual), target);
        renamed.push([path.join(folder, actual), target]);
        await syncFolders(folder);
      }
      folder = target;
    }
  } catch (error) {
    // This needs no file to be opened, which may be what the disk refuses.
    for (const [before, now] of renamed.reverse()) await fs.rename(now, before);
    throw error;
  }
}
