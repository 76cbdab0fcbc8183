import type { FileBlobs } from '../../core/ports.js';
import { gitPieces } from '../gitOutput.js';
import { ownGit } from './ownGit.js';
import type { Place } from './place.js';

/**
 * Tells git that files are settled, as they are on disk now; one that is gone is settled as removed.
 * @param paths from the study (NFC)
 */
export async function settle(place: Place, paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return;
  const names = await namesInGit(place);
  const input = paths.map(path => `${names.get(path.normalize('NFC')) ?? path}\0`).join('');
  const args = ['update-index', '--add', '--remove', '-z', '--stdin'];
  await ownGit(place, { args, input, purpose: 'take down that files are settled', folder: place.root });
}

/** Makes conflicts of files that git put together by itself, so that it saves none of them before they are settled. */
export async function unsettle(place: Place, files: readonly FileBlobs[]): Promise<void> {
  if (files.length === 0) return;
  const names = await namesInGit(place);
  const entries = files.flatMap(({ path, bases, ours, theirs }) => {
    const name = place.prefix + (names.get(path.normalize('NFC')) ?? path);
    const stages = [bases[0], ours, theirs].map((blob, i) =>
      blob === undefined ? [] : [`100644 ${blob} ${i + 1}\t${name}\0`],
    );
    return [`0 ${'0'.repeat(40)}\t${name}\0`, ...stages.flat()];
  });
  const args = ['update-index', '-z', '--index-info'];
  await ownGit(place, { args, input: entries.join(''), purpose: 'take down what is not settled' });
}

/** The paths of files as git writes them: with accents as they were typed there. */
async function namesInGit(place: Place): Promise<ReadonlyMap<string, string>> {
  const request = { folder: place.root, args: ['ls-files', '-z'], purpose: 'list the files it knows' };
  return new Map((await gitPieces(request, '\0')).map(name => [name.normalize('NFC'), name]));
}
