import * as fs from 'node:fs/promises';
import path from 'node:path';
import { halfDone } from '../../core/versions/failures.js';
import { type ChangedFile, filesBetween, isNone } from './inTheWay.js';
import { ownGit, ownGitList } from './ownGit.js';
import type { LockedIndex } from './ownIndex.js';
import type { Place } from './place.js';
import { runGit } from './runGit.js';
import { inStudy } from './underWay.js';

/**
 * Takes back what a git that broke off did to files on the way from one version to another. A file is put back where it is gone, or
 * holds the beginning of what the new version has, or all of it; what a person wrote meanwhile stays.
 * @param from, to full ids
 * @param apart names of files that were as in `to` before it began
 */
export async function putBack(
  place: Place,
  index: LockedIndex,
  from: string,
  to: string,
  apart: ReadonlySet<string>,
): Promise<void> {
  const purpose = 'put files back';
  const { variables } = await index.copy('before');
  const run = { purpose, variables };
  await ownGit(place, { ...run, args: ['update-index', '-q', '--refresh'], answers: [1] });
  const differing = ['diff-files', '-z', '--name-only', '--no-renames', '--ignore-submodules=all'];
  const changed = new Set(await ownGitList(place, { ...run, args: differing }));
  const files = (await filesBetween(place, from, to)).filter(({ name }) => !apart.has(name));
  const old: string[] = [];
  for (const file of files) {
    if (isNone(file.before) && (await isHalfWay(place, file, to))) await removeNew(place, file.name);
    else if (!isNone(file.before) && changed.has(file.name) && (await isHalfWay(place, file, to))) old.push(file.name);
  }
  const args = ['checkout-index', '--force', '-u', '-z', '--stdin'];
  try {
    if (old.length > 0) await ownGit(place, { ...run, args, input: old.map(name => `${name}\0`).join('') });
  } catch (error) {
    throw halfDone(inStudy(place, old).files, `${String(error)}\n${old.join('\n')}`);
  }
}

async function isHalfWay(place: Place, { name, before, after }: ChangedFile, to: string): Promise<boolean> {
  const now = await fs.readFile(path.join(place.top, name)).catch(() => undefined);
  if (now === undefined) return !isNone(before);
  if (isNone(after)) return false;
  const args = ['cat-file', '--filters', `${to}:${name}`];
  const whole = await runGit({ folder: place.top, args, purpose: 'read a file of the new version' });
  return whole.code === 0 && now.equals(whole.bytes.subarray(0, now.length));
}

/** With the folders that were made for it. */
async function removeNew(place: Place, name: string): Promise<void> {
  await fs.rm(path.join(place.top, name), { force: true });
  for (let at = path.dirname(name); at !== '.'; at = path.dirname(at)) {
    const isGone = await fs.rmdir(path.join(place.top, at)).then(
      () => true,
      () => false,
    );
    if (!isGone) return;
  }
}
