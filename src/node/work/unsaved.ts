import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { isVersioned } from '../../core/versions/studyFiles.js';
import { ownGit, ownGitList } from './ownGit.js';
import { headOf, type IndexCopy, withIndexCopy } from './ownIndex.js';
import type { Place } from './place.js';

/** Paths from the study (NFC) of its files that differ from the last version, in their order; those never saved included. */
export async function unsavedIn(place: Place): Promise<string[]> {
  const head = await headOf(place);
  return withIndexCopy(place, async copy => {
    await resetTo(place, copy, head);
    return [...(await changedFiles(place, copy)).keys()].sort();
  });
}

/** Makes a copy of the index say what a version says. @param head its full id; undefined: nothing */
export async function resetTo(place: Place, { variables }: IndexCopy, head: string | undefined): Promise<void> {
  const purpose = 'look up the last version';
  const args = head === undefined ? ['read-tree', '--empty'] : ['read-tree', '--reset', head];
  await ownGit(place, { args, purpose, variables });
}

/**
 * The files of the study that differ from what a copy of the index says: as git writes their paths, by their paths in NFC. What git
 * is told to ignore, links, and repositories within the repository are left out.
 */
export async function changedFiles(place: Place, { variables }: IndexCopy): Promise<ReadonlyMap<string, string>> {
  const purpose = 'tell what has changed';
  const run = { folder: place.root, purpose, variables };
  // Files that only look changed, because somebody touched them, are looked into.
  await ownGit(place, { ...run, args: ['update-index', '-q', '--refresh'], answers: [1] });
  const changed = [
    'diff-files',
    '-z',
    '--name-only',
    '--no-renames',
    '--ignore-submodules=all',
    '--relative',
    '--',
    '.',
  ];
  const others = ['ls-files', '--others', '--exclude-standard', '-z', '--', '.'];
  const listed = await Promise.all([changed, others].map(args => ownGitList(place, { ...run, args })));
  const files = new Map<string, string>();
  for (const name of listed.flat()) {
    const file = name.normalize('NFC');
    if (isVersioned(file) && (await isFileOrGone(path.join(place.root, name)))) files.set(file, name);
  }
  return files;
}

async function isFileOrGone(file: string): Promise<boolean> {
  return lstat(file).then(
    stat => stat.isFile(),
    () => true,
  );
}
