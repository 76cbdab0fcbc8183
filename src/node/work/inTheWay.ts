import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { filesInTheWay } from '../../core/versions/failures.js';
import { gitPieces } from '../gitOutput.js';
import { ownGit, ownGitList } from './ownGit.js';
import type { IndexCopy } from './ownIndex.js';
import type { Place } from './place.js';
import { inStudy } from './underWay.js';

/** A file that two versions have differently; an id of zeros: it is not there. */
export interface ChangedFile {
  /** From the root of the repository, as git writes it. */
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

const MODULE = '160000';

/** Whether an id stands for no file. */
export function isNone(id: string): boolean {
  return /^0+$/.test(id);
}

/** Repositories within the repository are left out. @param from, to full ids */
export async function filesBetween(place: Place, from: string, to: string): Promise<ChangedFile[]> {
  const args = ['diff-tree', '-r', '-z', '--raw', '--no-renames', from, to];
  const pieces = await gitPieces({ folder: place.top, args, purpose: 'compare two versions' }, '\0');
  const files: ChangedFile[] = [];
  for (let i = 0; i + 1 < pieces.length; i += 2) {
    const [oldMode, mode, before = '', after = ''] = (pieces[i] ?? '').split(' ');
    if (oldMode !== `:${MODULE}` && mode !== MODULE) files.push({ name: pieces[i + 1] ?? '', before, after });
  }
  return files;
}

/**
 * Refuses to go on where a file would be overwritten that holds what no version holds. What already is as the new version has it is
 * in nobody's way, and the copy of the index learns of it.
 * @returns the names of the latter
 * @throws `VersionFailure`
 */
export async function refuseInTheWay(
  place: Place,
  copy: IndexCopy,
  from: string,
  to: string,
): Promise<ReadonlySet<string>> {
  const run = { purpose: 'see whether files are in the way', variables: copy.variables };
  const files = await filesBetween(place, from, to);
  await ownGit(place, { ...run, args: ['update-index', '-q', '--refresh'], answers: [1] });
  const args = ['diff-files', '-z', '--name-only', '--no-renames', '--ignore-submodules=all'];
  const changed = new Set(await ownGitList(place, { ...run, args }));
  const staged = await stagedSince(place, copy, from);
  const isNew = await Promise.all(files.map(({ name, before }) => (isNone(before) ? isThere(place, name) : false)));
  const touched = files.filter(({ name }, i) => changed.has(name) || staged.has(name) || isNew[i]);
  const there = await contentNow(place, copy, touched);
  const others = touched.filter(({ name, after }) => (there.get(name) ?? '') !== (isNone(after) ? '' : after));
  // A change that is staged and not in the file either is lost as well.
  const inWay = touched.filter(file => others.includes(file) || (staged.get(file.name) ?? file.after) !== file.after);
  if (inWay.length > 0) {
    const names = inWay.map(({ name }) => name);
    const { files: own, others: foreign } = inStudy(place, names);
    throw filesInTheWay(own, foreign.length, names.join('\n'));
  }
  const input = touched.map(({ name }) => `${name}\0`).join('');
  const take = ['update-index', '-z', '--add', '--remove', '--replace', '--stdin'];
  if (input !== '') await ownGit(place, { ...run, args: take, input });
  return new Set(touched.map(({ name }) => name));
}

/** Ids of what is staged otherwise than a version has it, by name. */
async function stagedSince(place: Place, { variables }: IndexCopy, head: string): Promise<ReadonlyMap<string, string>> {
  const args = ['diff-index', '--cached', '-z', '--raw', '--no-renames', '--ignore-submodules=all', head];
  const pieces = await ownGitList(place, { args, purpose: 'see what is staged', variables });
  const staged = new Map<string, string>();
  for (let i = 0; i + 1 < pieces.length; i += 2) staged.set(pieces[i + 1] ?? '', (pieces[i] ?? '').split(' ')[3] ?? '');
  return staged;
}

/** The blob id that git would give each of these files as it is on disk; none for those that are not there. */
async function contentNow(
  place: Place,
  { variables }: IndexCopy,
  files: readonly ChangedFile[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const { name } of files) {
    if (!(await isFile(place, name))) {
      if (await isThere(place, name)) ids.set(name, 'no file');
      continue;
    }
    const args = ['hash-object', '--', name];
    ids.set(name, (await ownGit(place, { args, purpose: 'compare files', variables })).trim());
  }
  return ids;
}

async function isThere(place: Place, name: string): Promise<boolean> {
  return lstat(path.join(place.top, name)).then(
    () => true,
    () => false,
  );
}

async function isFile(place: Place, name: string): Promise<boolean> {
  return lstat(path.join(place.top, name)).then(
    stat => stat.isFile(),
    () => false,
  );
}
