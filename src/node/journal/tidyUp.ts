import type { CutOff } from '../../core/ports.js';
import { diskRemedy } from '../diskError.js';
import { isAlive, withLock } from '../lock.js';
import type { OwnFolder } from '../ownFolder.js';
import { type Files, leftJournals, takeBackLeft } from './recover.js';

/**
 * Removes what processes left behind that are gone, and takes back what they had begun: the start of every process that opens a study. Looks at
 * one folder and does nothing more where all ended well. Never fails: a study on a read-only disk can be read.
 * @param makeOwn makes sure that Verbatim's own folder ignores itself
 * @returns the files of changes that the disk did not let be taken back
 */
export async function tidyUp(files: Files, own: OwnFolder, makeOwn: () => Promise<void>): Promise<CutOff[]> {
  try {
    const names = await own.passing();
    if (names.length === 0) return [];
    await makeOwn();
    await withLock(own.lock, async () => {
      await own.sweep(await own.passing(), pid => !isAlive(pid));
      for (const left of await leftJournals(own, await own.passing())) await takeBackLeft(files, own, left);
    });
    return [];
  } catch (error) {
    return leftBy(own, error);
  }
}

async function leftBy(own: OwnFolder, error: unknown): Promise<CutOff[]> {
  const names = await own.passing().catch(() => []);
  const left = await leftJournals(own, names).catch(() => []);
  const why = diskRemedy(error) ?? (error instanceof Error ? error.message : String(error));
  const paths = left.flatMap(({ entries }) => entries.map(entry => entry.path));
  return [...new Set(paths)].map(path => ({ path, why }));
}
