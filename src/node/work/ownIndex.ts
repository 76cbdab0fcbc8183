import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { diskRefuses } from '../../core/versions/failures.js';
import { gitPieces } from '../gitOutput.js';
import { lockIndex, WORKER } from './indexLock.js';
import { startingNothing } from './nothingStarted.js';
import { ownGit } from './ownGit.js';
import type { Place } from './place.js';

/** A copy of the index that git may be pointed to. */
export interface IndexCopy {
  /** Absolute path. */
  readonly file: string;
  /** Variables that point git to it. */
  readonly variables: Readonly<Record<string, string>>;
  /** What git is told before its command. */
  readonly settings: readonly string[];
}

/** The index while it is locked. */
export interface LockedIndex {
  /** The current version: full id; undefined where there is none. */
  readonly head: string | undefined;
  /** Absolute path of a folder for what is needed meanwhile. */
  readonly folder: string;
  /** Another copy of the index as it is. */
  copy(name: string): Promise<IndexCopy>;
  /** Makes a copy the index. */
  install(copy: IndexCopy): Promise<void>;
  /** Absolute path of the file that has the id of a git that may go on after this program is gone: until it ends, nobody else may begin. */
  readonly worker: string;
}

/**
 * Does a piece of work while nobody else can change the index: git works on copies, and one of them may become the index. Whatever
 * fails, and if this program is killed, the index is as it was, or as the current version wants it.
 */
export async function withIndex<T>(place: Place, work: (index: LockedIndex) => Promise<T>): Promise<T> {
  const folder = `verbatim-${randomBytes(6).toString('hex')}`;
  const at = path.join(place.gitDir, folder);
  const { head, unlock } = await lockAtHead(place, folder);
  try {
    await fs.mkdir(at, { mode: 0o700 }).catch(error => Promise.reject(diskRefuses(String(error))));
    return await work({
      head,
      folder: at,
      copy: name => copyIndex(place, path.join(at, name)),
      install: copy => fs.rename(copy.file, path.join(place.gitDir, 'index')),
      worker: path.join(at, WORKER),
    });
  } finally {
    await fs.rm(at, { recursive: true, force: true });
    await unlock();
  }
}

/** Takes the lock with a note of the version that is current meanwhile: whoever had the lock before may have moved on. */
async function lockAtHead(
  place: Place,
  folder: string,
): Promise<{ head: string | undefined; unlock: () => Promise<void> }> {
  for (;;) {
    const head = await headOf(place);
    const unlock = await lockIndex(place, { head: head ?? '', folder }, left => mend(place, left.head, left.folder));
    if ((await headOf(place).catch(() => undefined)) === head) return { head, unlock };
    await unlock();
  }
}

/**
 * Does a piece of work with a copy of the index, and objects of its own, that are thrown away afterwards; what is there is only read, and
 * nothing is started that the repository's settings name.
 */
export async function withIndexCopy<T>(place: Place, work: (copy: IndexCopy) => Promise<T>): Promise<T> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'verbatim-'));
  try {
    const { file, variables } = await copyIndex(place, path.join(folder, 'index'));
    const objects = path.join(folder, 'objects');
    await fs.mkdir(objects);
    const args = ['rev-parse', '--git-path', 'objects'];
    const [real = ''] = await gitPieces({ folder: place.top, args, purpose: 'find the versions' }, '\n');
    // Git takes quotes for what they are here as well.
    const others = JSON.stringify(path.resolve(place.top, real));
    const own = { GIT_OBJECT_DIRECTORY: objects, GIT_ALTERNATE_OBJECT_DIRECTORIES: others };
    const settings = await startingNothing(place);
    return await work({ file, variables: { ...variables, ...own, GIT_NO_LAZY_FETCH: '1' }, settings });
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}

/** Full id of the current version; undefined where there is none. */
export async function headOf(place: Place): Promise<string | undefined> {
  const args = ['rev-parse', '--quiet', '--verify', 'HEAD^{commit}'];
  const [id] = await gitPieces({ folder: place.top, args, purpose: 'find the last version', answers: [1] }, '\n');
  return id;
}

/** Git tells by the index's time which files it must look into; a copy must not seem younger. */
async function copyIndex(place: Place, file: string): Promise<IndexCopy> {
  const index = path.join(place.gitDir, 'index');
  const copy = { file, variables: { GIT_INDEX_FILE: file }, settings: [] };
  const stat = await fs.stat(index).catch(() => undefined);
  if (stat === undefined) return copy;
  await fs.copyFile(index, file).catch(error => Promise.reject(diskRefuses(String(error))));
  const seconds = Math.floor(stat.mtimeMs) / 1000;
  await fs.utimes(file, seconds, seconds);
  return copy;
}

/**
 * Brings those entries of an index up to a version that changed since another one; all others stay as they are.
 * @param from, to full ids; undefined: nothing was there before
 */
export async function follow(place: Place, copy: IndexCopy, from: string | undefined, to: string): Promise<void> {
  const range = from === undefined ? ['--root', to] : [from, to];
  const purpose = 'bring the list of files up to date';
  const diff = ['diff-tree', '-r', '-z', '--raw', '--no-renames', '--no-commit-id', ...range];
  const pieces = await gitPieces({ folder: place.top, args: diff, purpose }, '\0');
  let input = '';
  for (let i = 0; i + 1 < pieces.length; i += 2) {
    const [, mode, , id] = (pieces[i] ?? '').split(' ');
    input += `${mode} ${id} 0\t${pieces[i + 1]}\0`;
  }
  const { variables } = copy;
  await ownGit(place, { args: ['update-index', '-z', '--index-info'], purpose, input, variables });
  await ownGit(place, { args: ['update-index', '-q', '--refresh'], purpose, variables, answers: [1] });
}

/** Puts the index in order after a program that was killed while it had the lock: it may have come to a new version. */
async function mend(place: Place, before: string, folder: string): Promise<void> {
  const head = await headOf(place);
  const at = path.join(place.gitDir, folder);
  await fs.rm(at, { recursive: true, force: true });
  if (head === undefined || head === before) return;
  await fs.mkdir(at, { mode: 0o700 });
  const copy = await copyIndex(place, path.join(at, 'mended'));
  await follow(place, copy, before === '' ? undefined : before, head);
  await fs.rename(copy.file, path.join(place.gitDir, 'index'));
  await fs.rm(at, { recursive: true, force: true });
}
