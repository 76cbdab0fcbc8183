import type { Standing } from '../ports.js';
import { VersionFailure } from './failure.js';
import { detached, noRemote, underWay } from './failures.js';

/** Where one stands, once a version can be made and exchanged there. */
export type Ready = Standing & { readonly branch: string };

/**
 * Finds out, before anybody is asked anything, whether versions can be saved now.
 * @throws VersionFailure of the kind `under-way`, `locked` or `detached`
 */
export function requireReady(standing: Standing): asserts standing is Ready {
  if (standing.underWay !== undefined) throw underWay(standing.underWay);
  if (standing.isLocked) {
    throw new VersionFailure(
      'locked',
      'Another program is working on the versions of this study, or broke off while it did.',
      'Wait a moment and try again.',
    );
  }
  if (standing.branch === undefined) throw detached(standing.base);
}

/** @throws VersionFailure of the kind `no-remote` where there is nobody to exchange versions with */
export function requireRemote({ remote }: Standing): void {
  if (remote === undefined) throw noRemote();
}
