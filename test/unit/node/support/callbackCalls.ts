import callbacks from 'node:fs';
import promises from 'node:fs/promises';

const CALLS = ['readFile', 'lstat'] as const;

/**
 * Lets calls to the file system that take a callback go the way of those that give a promise, so that who stands in for these stands in for all.
 * @returns what puts them back
 */
export function callbacksAsPromises(): () => void {
  const before = CALLS.map(name => [name, callbacks[name]] as const);
  for (const name of CALLS) {
    const call = (file: string, done: (error: unknown, value?: unknown) => void): void => {
      (promises[name] as (file: string) => Promise<unknown>)(file).then(value => done(null, value), done);
    };
    Object.assign(callbacks, { [name]: call });
  }
  return () => Object.assign(callbacks, Object.fromEntries(before));
}
