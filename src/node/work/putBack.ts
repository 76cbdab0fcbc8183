import * as fs from 'node:fs/promises';
import path from 'node:path';
import { halfDone } from '../../core/versions/failures.js';
import { type ChangedFile, filesBetween, isNone } from './inTheWay.js';
import { ownGit } from './ownGit.js';
import type { IndexCopy } from './ownIndex.js';
import type { Place } from './place.js';
import { runGit } from './runGit.js';
import { inStudy } from './underWay.js';

/**
 * Takes back what a git that broke off did to files on the way from one version to another. A file is put back where it is gone, or
 * holds the beginning of what the new version has, or all of it; what a person wrote meanwhile stays.
 * @param before the index as it was; made beforehand, since the disk may be full by now
 * @param from, to full ids
 * @param apart names of files that were as in `to` before it began
 */
export async function putBack(
  place: Place,
  before: IndexCopy,
  from: string,
  to: string,
  apart: ReadonlySet<string>,
): Promise<void> {
  const files = (await filesBetween(place, from, to)).filter(({ name }) => !apart.has(name));
  const old: string[] = [];
  // What has to go goes first: it makes room for the rest.
  for (const file of files) {
    if (!(await isHalfWay(place, file, from, to))) continue;
    if (isNone(file.before)) await removeNew(place, file.name);
    else old.push(file.name);
  }
  if (old.length === 0) return;
  await Promise.all(old.map(name => fs.rm(path.join(place.top, name), { force: true })));
  const args = ['checkout-index', '--force', '-z', '--stdin'];
  const run = { args, purpose: 'put files back', variables: before.variables };
  try {
    await ownGit(place, { ...run, input: old.map(name => `${name}\0`).join('') });
  } catch (error) {
    throw halfDone(inStudy(place, old).files, `${String(error)}\n${old.join('\n')}`);
  }
}

async function isHalfWay(
  place: Place,
  { name, before, after }: ChangedFile,
  from: string,
  to: string,
): Promise<boolean> {
  const now = await fs.readFile(path.join(place.top, name)).catch(() => undefined);
  if (now === undefined) return !isNone(before);
  if (isNone(after) || (!isNone(before) && (await asWritten(place, from, name))?.equals(now))) return false;
  const whole = await asWritten(place, to, name);
  return whole !== undefined && now.equals(whole.subarray(0, now.length));
}

/** A file of a version as git writes it to the disk. */
async function asWritten(place: Place, commit: string, name: string): Promise<Buffer | undefined> {
  const args = ['cat-file', '--filters', `${commit}:${name}`];
  const { code, bytes } = await runGit({ folder: place.top, args, purpose: 'read a file of a version' });
  return code === 0 ? bytes : undefined;
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
