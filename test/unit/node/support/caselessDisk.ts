import { existsSync, readdirSync } from 'node:fs';
import promises from 'node:fs/promises';
import path from 'node:path';
import { callbacksAsPromises } from './callbackCalls.js';

type AnyCall = (...args: unknown[]) => Promise<unknown>;

const OF_ONE_PATH = ['lstat', 'stat', 'readFile', 'readdir', 'realpath', 'writeFile', 'mkdir', 'rm', 'rmdir', 'open'];
const OF_TWO_PATHS = ['rename', 'link'];

/**
 * Does a piece of work on a disk that keeps letter case and minds none, as on most Macs and on Windows: a name that differs in it from one that is
 * there stands for that one, and only giving an entry a name that differs in it from its own changes it.
 */
export async function onCaselessDisk<T>(work: () => Promise<T>): Promise<T> {
  const disk = promises as unknown as Record<string, AnyCall>;
  const before = [...OF_ONE_PATH, ...OF_TWO_PATHS].map(name => [name, disk[name] as AnyCall] as const);
  for (const [name, make] of before) {
    disk[name] = OF_ONE_PATH.includes(name)
      ? (file, ...more) => make(asThere(file as string), ...more)
      : (from, to) =>
          make(asThere(from as string), isSameEntry(from, to) ? asWanted(to as string) : asThere(to as string));
  }
  const putBack = callbacksAsPromises();
  try {
    return await work();
  } finally {
    putBack();
    for (const [name, make] of before) disk[name] = make;
  }
}

function isSameEntry(a: unknown, b: unknown): boolean {
  return asThere(a as string) === asThere(b as string);
}

/** A path whose last name stays as it was asked for. */
function asWanted(file: string): string {
  return path.join(asThere(path.dirname(file)), path.basename(file));
}

/** A path in the letter case of what is there. */
function asThere(file: string): string {
  if (existsSync(file) || path.dirname(file) === file) return file;
  const folder = asThere(path.dirname(file));
  const wanted = path.basename(file);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return path.join(folder, names.find(name => name.toLowerCase() === wanted.toLowerCase()) ?? wanted);
}
