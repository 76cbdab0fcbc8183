import { ownGit } from './ownGit.js';
import type { Place } from './place.js';

/** Tells git that these files (paths from the study) are settled, as they are on disk now, one that is gone included. */
export async function settle(place: Place, paths: readonly string[]): Promise<void> {
  const args = ['update-index', '-z', '--add', '--remove', '--replace', '--stdin'];
  const input = paths.map(name => `${name}\0`).join('');
  if (input !== '') await ownGit(place, { args, input, purpose: 'settle the files', folder: place.root });
}
