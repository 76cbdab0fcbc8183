import * as fs from 'node:fs/promises';
import path from 'node:path';
import type { LockFacts } from '../../core/versions/failures.js';
import type { Place } from './place.js';

/** What can be found out about a lock of git's. @param file absolute path */
export async function lockFacts(place: Place, file: string): Promise<LockFacts> {
  const made = await fs.stat(file).then(
    stat => stat.mtime,
    () => undefined,
  );
  return { file, since: made && saidTime(made), holders: await gitsIn(place) };
}

/** `2026-03-02 10:04`, as clocks here say it. */
function saidTime(time: Date): string {
  const local = new Date(time.getTime() - time.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16).replace('T', ' ');
}

/**
 * The gits that are at work in a repository, such as `git (process 4711)`; undefined where the system does not show what runs, or not
 * where.
 */
async function gitsIn(place: Place): Promise<string[] | undefined> {
  if (process.platform !== 'linux') return undefined;
  const ids = (await fs.readdir('/proc').catch(() => [])).filter(name => /^\d+$/.test(name));
  const found = await Promise.all(ids.map(async id => ({ id, at: await folderOfGit(id) })));
  const isHere = (at: string): boolean =>
    [place.top, place.gitDir, place.commonDir].some(folder => at === folder || at.startsWith(folder + path.sep));
  if (found.some(({ at }) => at === 'hidden')) return undefined;
  return found.filter(({ at }) => at !== undefined && isHere(at)).map(({ id }) => `git (process ${id})`);
}

/** Where a git works; undefined for all other programs, and for the git that answers our own questions, which holds no lock. */
async function folderOfGit(id: string): Promise<string | 'hidden' | undefined> {
  const words = (await fs.readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')).split('\0');
  if (path.basename(words[0] ?? '') !== 'git' || words.includes('cat-file')) return undefined;
  return fs.readlink(`/proc/${id}/cwd`).catch((error: NodeJS.ErrnoException) => {
    // It is gone by now, or somebody else's.
    return error.code === 'EACCES' ? 'hidden' : undefined;
  });
}
