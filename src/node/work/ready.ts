import { detached, underWay } from '../../core/versions/failures.js';
import { branchAndBase } from '../gitHead.js';
import { fullRefs } from '../gitRefs.js';
import type { Place } from './place.js';
import { inStudy, underWayIn, unsettledIn } from './underWay.js';

const HEADS = 'refs/heads/';

/** @throws `VersionFailure` where something was begun and not ended */
export async function refuseUnderWay(place: Place): Promise<void> {
  const begun = await underWayIn(place);
  if (begun !== undefined) throw underWay(begun, inStudy(place, await unsettledIn(place)).files);
}

/**
 * The branch that is checked out.
 * @throws `VersionFailure` where there is none
 */
export async function requireBranch(place: Place): Promise<string> {
  const { branch } = await branchAndBase(place.root);
  if (branch !== undefined) return branch;
  const refs = (await fullRefs(place.root)).map(({ name }) => name).filter(name => name.startsWith(HEADS));
  const heads = refs.map(name => name.slice(HEADS.length));
  throw detached(heads.includes('main') ? 'main' : heads[0]);
}
