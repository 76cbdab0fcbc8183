import type { Pacing } from '../pieces.js';
import type { Cancellation, GitRef } from '../ports.js';
import type { Change } from '../review/change.js';
import { whereOne } from './get.js';
import { placeOf } from './place.js';
import { requireReady, requireRemote } from './ready.js';
import { changesSince, isIn, type VersionSource } from './source.js';

/** What sending would do now. */
export type SendPlan =
  /** Colleagues can have everything that was saved already; `review`: where, if that is not the shared work. */
  | { readonly is: 'nothing'; readonly review: string | undefined }
  /** Nobody sent anything yet: this becomes what all share. */
  | { readonly is: 'begin'; readonly shared: string }
  /** More of what was sent for review before. */
  | { readonly is: 'again'; readonly review: string }
  | {
      readonly is: 'new';
      /** What differs from the shared work. */
      readonly changes: readonly Change[];
      /** As the name of what it is to come into is remembered. */
      readonly base: string;
      /** Full id of the version at which the shared work stays behind here. */
      readonly leaveAt: string;
      /** Names that something has, here or at the remote. */
      readonly taken: readonly string[];
    };

/**
 * Finds out what there is to send, as the remote was last seen.
 * @returns undefined where it was cancelled
 * @throws VersionFailure
 */
export async function planSending(source: VersionSource, pace: Pacing = {}): Promise<SendPlan | undefined> {
  const { git } = source;
  const { place, head } = await whereOne(source);
  const { shared, sharedThere, review, reviewThere } = place;
  if (review !== undefined) {
    const isThere = reviewThere !== undefined && (await isIn(git, head, reviewThere.commit));
    return isThere ? { is: 'nothing', review } : { is: 'again', review };
  }
  if (sharedThere === undefined) return { is: 'begin', shared };
  if (await isIn(git, head, sharedThere.commit)) return { is: 'nothing', review: undefined };
  const left = await git.mergeBase(head, sharedThere.commit);
  const changes = await changesSince(git, left, head, pace);
  if (changes === undefined) return undefined;
  const taken = namesOf(await git.refs());
  return { is: 'new', changes, base: sharedThere.name, leaveAt: left ?? head, taken };
}

/** Names of branches here and at the remote, the latter without the remote’s. */
function namesOf(refs: readonly GitRef[]): string[] {
  const names = refs.flatMap(({ kind, name }) =>
    kind === 'tag' ? [] : kind === 'remote' ? name.slice(name.indexOf('/') + 1) : name,
  );
  return [...new Set(names)];
}

/** Sends more of what is at the remote already, or the beginning of the shared work. @throws VersionFailure */
export async function sendAgain({ work }: VersionSource, cancellation?: Cancellation): Promise<void> {
  const standing = await work.standing();
  requireReady(standing);
  requireRemote(standing);
  await work.push(cancellation);
}

/**
 * Sends what was saved, under a name of its own. Where that fails, one is where one was.
 * @param branch a name that nothing has
 * @throws VersionFailure
 */
export async function sendForReview(
  source: VersionSource,
  branch: string,
  { base, leaveAt }: Extract<SendPlan, { is: 'new' }>,
  cancellation?: Cancellation,
): Promise<void> {
  const { git, work } = source;
  const standing = await work.standing();
  requireReady(standing);
  requireRemote(standing);
  const before = placeOf(standing, await git.refs());
  await work.startBranch(branch, base, leaveAt);
  try {
    await work.push(cancellation);
  } catch (error) {
    await work.switchTo(before?.shared ?? standing.branch, standing.commit);
    await work.forgetBranch(branch);
    throw error;
  }
}
