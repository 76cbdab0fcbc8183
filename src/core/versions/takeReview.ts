import type { Cancellation } from '../ports.js';
import { VersionFailure } from './failure.js';
import { type GetOptions, mergeMessage, takeInShared, whereOne } from './get.js';
import type { Review } from './reviews.js';
import type { VersionSource } from './source.js';
import { putTogether } from './together.js';

/** What came of taking a review into the shared work. `left`: one is on work of one's own that questions kept apart from it. */
export type Taken =
  | { readonly is: 'put-off' }
  | { readonly is: 'taken'; readonly before: string; readonly after: string; readonly isPutOff: boolean };

/**
 * Puts what a colleague sent for review into the shared work, and shares that. Who works on a review of their own does so again
 * afterwards, with the shared work in it.
 * @throws VersionFailure
 */
export async function takeReview(
  source: VersionSource,
  review: Review,
  options: GetOptions,
  cancellation?: Cancellation,
): Promise<Taken> {
  const { git, work } = source;
  const { place, head } = await whereOne(source);
  const own = place.review;
  if (own !== undefined) await work.switchTo(place.shared);
  const goBack = async (): Promise<void> => (own === undefined ? undefined : work.switchTo(own));
  try {
    const isIn = await bringIn(source, review, options);
    if (isIn) await share(source, options, cancellation);
    await goBack();
    if (!isIn) return { is: 'put-off' };
  } catch (error) {
    await goBack();
    throw error;
  }
  const isPutOff = own !== undefined && (await takeInShared(source, options)).isPutOff;
  return { is: 'taken', before: head, after: (await git.head()).commit ?? head, isPutOff };
}

/** @returns false where questions were put off */
async function bringIn(source: VersionSource, { commit }: Review, options: GetOptions): Promise<boolean> {
  if ((await takeInShared(source, options)).isPutOff) return false;
  const said = (): Promise<string> => mergeMessage(source, commit, options);
  return (await putTogether(source, commit, options.decide, said)) !== 'put-off';
}

/** Sends the shared work; where somebody was faster, gets theirs first, once. */
async function share(source: VersionSource, options: GetOptions, cancellation?: Cancellation): Promise<void> {
  const { work } = source;
  try {
    await work.push(cancellation);
  } catch (error) {
    if (!(error instanceof VersionFailure) || error.kind !== 'rejected') throw error;
    await work.fetch(cancellation);
    const { isPutOff } = await takeInShared(source, options);
    if (isPutOff) throw error;
    await work.push(cancellation);
  }
}
