import type { Pacing } from '../pieces.js';
import type { Cancellation, StudyGit } from '../ports.js';
import { shorten } from '../text/shorten.js';
import { byPerson } from './byPerson.js';
import { noVersionYet } from './failures.js';
import { SUBJECT } from './message.js';
import { type Place, placeOf } from './place.js';
import { requireReady, requireRemote } from './ready.js';
import { isTaken, openReviews, type Review } from './reviews.js';
import { changesSince, isIn, type VersionSource } from './source.js';
import { type Decide, putTogether } from './together.js';

/** How colleagues' work is got. */
export interface GetOptions {
  readonly decide: Decide;
  readonly pace?: Pacing;
  /** What the person may see of the study’s history, where something is hidden from them: what a version says of itself is read by them. */
  readonly seen?: StudyGit | undefined;
}

/** What came of getting colleagues' work. */
export interface Got {
  /** Full ids of the version that was current before, and of the one that is now. */
  readonly before: string;
  readonly after: string;
  /** Questions were put off: what they are about did not come in. */
  readonly isPutOff: boolean;
  /** What was sent for review and has arrived in the shared work, so that one is back there. */
  readonly arrived: string | undefined;
  /** Where one works now. */
  readonly place: Place;
  /** What colleagues sent for review and is not in the shared work. */
  readonly reviews: readonly Review[];
}

/**
 * Learns what colleagues sent. Nothing of the person's is touched.
 * @throws VersionFailure
 */
export async function fetchWork({ work }: VersionSource, cancellation?: Cancellation): Promise<void> {
  const standing = await work.standing();
  requireReady(standing);
  requireRemote(standing);
  await work.fetch(cancellation);
}

/**
 * Puts the shared work, as it was last fetched, and what one has together; where all of what one sent for review is in the shared
 * work by now, one goes on with that.
 * @throws VersionFailure; then everything is as it was
 */
export async function takeInShared(source: VersionSource, options: GetOptions): Promise<Got> {
  const { git } = source;
  const { place, head, me } = await whereOne(source);
  const { sharedThere, review, reviewThere } = place;
  const before = head;
  const arrived = review === undefined ? undefined : await goBackIfTaken(source, place, head);
  let isPutOff = false;
  if (arrived === undefined) {
    // What one saved oneself on another machine comes before what others did.
    for (const ref of [reviewThere, sharedThere]) {
      if (ref === undefined || isPutOff) continue;
      const said = (): Promise<string> => mergeMessage(source, ref.commit, options);
      isPutOff = (await putTogether(source, ref.commit, options.decide, said)) === 'put-off';
    }
  }
  const after = (await git.head()).commit ?? before;
  const placeNow = arrived === undefined ? place : { ...place, review: undefined, reviewThere: undefined };
  const reviews = await openReviews(git, await git.refs(), placeNow, me);
  return { before, after, isPutOff, arrived, place: placeNow, reviews };
}

/** Where one works, on which version, and by which name. @throws VersionFailure */
export async function whereOne({
  git,
  work,
}: VersionSource): Promise<{ place: Place; head: string; me: string | undefined }> {
  const standing = await work.standing();
  requireReady(standing);
  const place = placeOf(standing, await git.refs());
  if (standing.commit === undefined || place === undefined) {
    throw noVersionYet();
  }
  return { place, head: standing.commit, me: standing.identity?.name };
}

/** Where all that was sent for review is in the shared work, goes on with that. @returns the review's name, where it was so */
async function goBackIfTaken({ git, work }: VersionSource, place: Place, head: string): Promise<string | undefined> {
  const { shared, sharedThere, review, reviewThere } = place;
  if (sharedThere === undefined || review === undefined) return undefined;
  const here = (await git.refs()).find(({ kind, name }) => kind === 'branch' && name === shared);
  if (here === undefined) return undefined;
  // Somebody may just have begun it: with nothing of its own it has not arrived anywhere.
  const isBegun = reviewThere !== undefined || !(await isIn(git, head, here.commit));
  if (!isBegun || !(await isTaken(git, head, sharedThere.commit))) return undefined;
  if (!(await isIn(git, here.commit, sharedThere.commit))) return undefined;
  await work.switchTo(shared, sharedThere.commit);
  return review;
}

/** What is said of a version that puts two together: whose work came in. */
export async function mergeMessage(
  { git: all }: VersionSource,
  theirs: string,
  { seen, pace = {} }: Pick<GetOptions, 'seen' | 'pace'>,
): Promise<string> {
  const git = seen ?? all;
  const { commit } = await git.head();
  const left = commit === undefined ? undefined : await git.mergeBase(commit, theirs);
  const changes = (left === undefined ? undefined : await changesSince(git, left, theirs, pace)) ?? [];
  const told = byPerson(changes).map(({ by, text }) => (by === undefined ? text : `${by}: ${text}`));
  if (told.length === 0) return 'Took in colleagues’ work';
  const subject = `Took in ${told.join('; ')}`;
  return [...subject].length <= SUBJECT ? subject : `${shorten(subject, SUBJECT)}\n\n${told.join('\n')}`;
}
