import { gitPieces } from '../gitOutput.js';

/**
 * Tells git that files are settled, as they are on disk now; one that is gone is settled as removed.
 * @param folder absolute path of the study
 * @param paths from the study (NFC)
 */
export async function settle(folder: string, paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return;
  const names = await namesInGit(folder);
  const input = paths.map(path => `${names.get(path.normalize('NFC')) ?? path}\0`).join('');
  const args = ['update-index', '--add', '--remove', '-z', '--stdin'];
  await gitPieces({ folder, args, input, purpose: 'take down that files are settled' }, '\n');
}

/** The paths of files as git writes them: with accents as they were typed there. */
async function namesInGit(folder: string): Promise<ReadonlyMap<string, string>> {
  const request = { folder, args: ['ls-files', '-z'], purpose: 'list the files it knows' };
  return new Map((await gitPieces(request, '\0')).map(name => [name.normalize('NFC'), name]));
}
