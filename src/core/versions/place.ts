import type { GitRef, Standing } from '../ports.js';

/** Where one works: in the work that all share, or in something of one's own that is to come into it. */
export interface Place {
  /** Name of the branch here that all work goes into. */
  readonly shared: string;
  /** The shared work as it was last seen at the remote; undefined where there is none yet, or it was not fetched. */
  readonly sharedThere: GitRef | undefined;
  /** The branch that one is on, where that is not the shared one: something sent, or to be sent, for review. */
  readonly review: string | undefined;
  /** The same as it was last seen at the remote; undefined where it is not there. */
  readonly reviewThere: GitRef | undefined;
}

/**
 * Where one works.
 * @param refs all branches that are known
 * @returns undefined where no branch is checked out
 */
export function placeOf({ branch, base, remote, upstream }: Standing, refs: readonly GitRef[]): Place | undefined {
  if (branch === undefined) return undefined;
  const there = (name: string | undefined): GitRef | undefined =>
    name === undefined ? undefined : refs.find(ref => ref.kind === 'remote' && ref.name === name);
  const at = (name: string): GitRef | undefined => (remote === undefined ? undefined : there(`${remote}/${name}`));
  const sharedThere = base === undefined ? (there(upstream) ?? at(branch)) : (there(base) ?? at(base));
  // What stands before the first slash of a remote branch is where it is.
  const shared = base === undefined ? branch : there(base) === undefined ? base : ownName(base);
  const review = shared === branch ? undefined : branch;
  return { shared, sharedThere, review, reviewThere: review === undefined ? undefined : at(review) };
}

/** The name of a remote branch without that of the remote: `origin/ea/pp-03` is `ea/pp-03`. */
export function ownName(name: string): string {
  return name.slice(name.indexOf('/') + 1);
}
