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
    return [...(await takeChanged(place, copy, head)).keys()].sort();
  });
}

/** Makes a copy of the index say what a version says. @param head its full id; undefined: nothing */
export async function resetTo(
  place: Place,
  { variables, settings }: IndexCopy,
  head: string | undefined,
): Promise<void> {
  const purpose = 'look up the last version';
  const args = head === undefined ? ['read-tree', '--empty'] : ['read-tree', '--reset', head];
  await ownGit(place, { args: [...settings, ...args], purpose, variables });
}

/**
 * Takes files of the study as they are now into a copy of the index that says what a version says. What git is told to ignore, links,
 * and repositories within the repository are left out.
 * @param wanted which to take, by their paths from the study (NFC)
 * @returns those that differ from the version: as git writes their paths from the study, by their paths in NFC
 */
export async function takeChanged(
  place: Place,
  { variables, settings }: IndexCopy,
  head: string | undefined,
  wanted: (file: string) => boolean = () => true,
): Promise<ReadonlyMap<string, string>> {
  const run = { folder: place.root, purpose: 'tell what has changed', variables };
  // Files that only look changed, because somebody touched them, are looked into.
  await ownGit(place, { ...run, args: [...settings, 'update-index', '-q', '--refresh'], answers: [1] });
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
  const listed = await Promise.all(
    [changed, others].map(args => ownGitList(place, { ...run, args: [...settings, ...args] })),
  );
  const files = new Map<string, string>();
  for (const name of listed.flat()) {
    const file = name.normalize('NFC');
    if (isVersioned(file) && wanted(file) && (await isNoLink(path.join(place.root, name)))) files.set(file, name);
  }
  const input = [...files.values()].map(name => `${name}\0`).join('');
  const args = ['update-index', '-z', '--add', '--remove', '--replace', '--stdin'];
  if (input !== '') await ownGit(place, { ...run, args: [...settings, ...args], input });
  // Line ends that are converted may leave nothing of a difference.
  const compare = ['diff-index', '--cached', '-z', '--name-only', '--no-renames', '--relative', head ?? '', '--', '.'];
  const differing =
    head === undefined ? undefined : new Set(await ownGitList(place, { ...run, args: [...settings, ...compare] }));
  return new Map([...files].filter(([, name]) => differing?.has(name) ?? true));
}

async function isNoLink(file: string): Promise<boolean> {
  return lstat(file).then(
    stat => stat.isFile() || stat.isDirectory(),
    () => true,
  );
}
