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

/** The gits that are at work in a repository, such as `git (process 4711)`; undefined where the system does not show what runs. */
async function gitsIn(place: Place): Promise<string[] | undefined> {
  if (process.platform !== 'linux') return undefined;
  const ids = (await fs.readdir('/proc').catch(() => [])).filter(name => /^\d+$/.test(name));
  const found = await Promise.all(ids.map(id => gitOf(place, id)));
  return found.filter(name => name !== undefined);
}

async function gitOf(place: Place, id: string): Promise<string | undefined> {
  try {
    const words = (await fs.readFile(`/proc/${id}/cmdline`, 'utf8')).split('\0');
    if (path.basename(words[0] ?? '') !== 'git') return undefined;
    const folder = await fs.readlink(`/proc/${id}/cwd`);
    const isHere = [place.top, place.gitDir, place.commonDir].some(
      at => folder === at || folder.startsWith(at + path.sep),
    );
    // The one that answers our own questions holds no lock.
    return isHere && !words.includes('cat-file') ? `git (process ${id})` : undefined;
  } catch {
    // It is gone by now, or somebody else's.
    return undefined;
  }
}
