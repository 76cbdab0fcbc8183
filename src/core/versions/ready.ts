import type { Standing, UnderWay } from '../ports.js';
import { VersionFailure } from './failure.js';

/** Where one stands, once a version can be made and exchanged there. */
export type Ready = Standing & { readonly branch: string };

/**
 * Finds out, before anybody is asked anything, whether versions can be saved now.
 * @throws VersionFailure of the kind `under-way`, `locked` or `detached`
 */
export function requireReady(standing: Standing): asserts standing is Ready {
  if (standing.underWay !== undefined) throw underWayFailure(standing.underWay);
  if (standing.isLocked) {
    throw new VersionFailure(
      'locked',
      'Another program is just working on the versions of this folder, or broke off while it did.',
      'Wait a moment and try again. If nothing else is running, somebody who knows git can remove the file “index.lock”.',
    );
  }
  if (standing.branch === undefined) {
    throw new VersionFailure(
      'detached',
      'You are looking at an older version of this study. What you save here would belong to nothing.',
      'Go back to the work you share with your colleagues; files that you changed stay as they are.',
    );
  }
}

/** @throws VersionFailure of the kind `no-remote` where there is nobody to exchange versions with */
export function requireRemote({ remote }: Standing): void {
  if (remote !== undefined) return;
  throw new VersionFailure(
    'no-remote',
    'This study is only on this computer: no place is set up where you and your colleagues exchange versions.',
    'Somebody who knows git can set one up: a folder on a network drive, GitHub, GitLab or a server of yours (“git remote add origin …”). Until then versions can be saved here.',
  );
}

function underWayFailure(what: UnderWay): VersionFailure {
  return new VersionFailure(
    'under-way',
    `Something was begun in this folder with git and not ended (a ${what}).`,
    'Finish it, or give it up: then everything is as it was before it began.',
  );
}
