import * as fs from 'node:fs/promises';
import path from 'node:path';

/**
 * Whether two paths are the same entry of the same folder, as two that differ in letter case are on many disks. Two hard
 * links to one file are two entries.
 * @param a absolute, as `b`; both may be missing
 */
export async function isOneEntry(a: string, b: string): Promise<boolean> {
  if (!(await isOneFile(a, b)) || !(await isOneFile(path.dirname(a), path.dirname(b)))) return false;
  const [nameA, nameB] = [path.basename(a), path.basename(b)];
  const names = await fs.readdir(path.dirname(a));
  return nameA === nameB || !(names.includes(nameA) && names.includes(nameB));
}

async function isOneFile(a: string, b: string): Promise<boolean> {
  const [one, other] = await Promise.all([a, b].map(statOf));
  return one !== undefined && other !== undefined && one.ino === other.ino && one.dev === other.dev;
}

async function statOf(file: string): Promise<{ ino: bigint; dev: bigint } | undefined> {
  return fs.lstat(file, { bigint: true }).catch(() => undefined);
}

/**
 * Writes the name of a file, and those of the folders it is in, as a path has them; they differ in letter case at most.
 * @param root absolute path of the folder whose own name stays
 * @param file relative to it
 */
export async function changeLetterCase(root: string, file: string): Promise<void> {
  let folder = root;
  for (const wanted of file.split('/')) {
    const names = await fs.readdir(folder);
    const actual = names.includes(wanted) ? wanted : names.find(name => folded(name) === folded(wanted));
    if (actual !== undefined && actual !== wanted) {
      await fs.rename(path.join(folder, actual), path.join(folder, wanted));
    }
    folder = path.join(folder, wanted);
  }
}

/** What a disk that minds neither letter case nor the way accents are written takes for the same name. */
function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
