import { takingTurns } from './turns.js';

/**
 * What the build puts behind the name of a part that is loaded when somebody needs it (scripts/lib/parts.mjs): the files of the part are loaded
 * one after the other, so that whoever types meanwhile does not wait for all of them.
 * @param files each loads one and gives what it exports; the last is the part itself
 * @returns the `then` of what gives the part; where a file could not be loaded, it is tried again the next time
 */
export function loadingInTurns(files: readonly (() => unknown)[]): PromiseLike<unknown>['then'] {
  let part: Promise<unknown> | undefined;
  return (onLoaded, onFailed) => {
    part ??= load(files).catch(error => {
      part = undefined;
      throw error;
    });
    return part.then(onLoaded, onFailed);
  };
}

async function load(files: readonly (() => unknown)[]): Promise<unknown> {
  const pause = takingTurns();
  let part: unknown;
  for (const file of files) {
    await pause();
    part = file();
  }
  return part;
}
