import { otherFailure } from '../../core/versions/failures.js';
import { said } from './gitFailure.js';
import { placeOf } from './place.js';
import { runGit } from './runGit.js';

/**
 * Begins keeping versions of a folder that is in no repository; nothing is saved yet. Where it is in one, nothing happens.
 * @param root absolute path of the study
 * @throws `VersionFailure`
 */
export async function startRepository(root: string): Promise<void> {
  if ((await placeOf(root)) !== undefined) return;
  const purpose = 'begin keeping versions';
  // As a setting: git before 2.28 passes over it, and is told by HEAD itself.
  const answer = await runGit({ folder: root, args: ['-c', 'init.defaultBranch=main', 'init', '--quiet'], purpose });
  if (answer.code !== 0) throw otherFailure(purpose, said(answer));
  const named = await runGit({ folder: root, args: ['symbolic-ref', 'HEAD', 'refs/heads/main'], purpose });
  if (named.code !== 0) throw otherFailure(purpose, said(named));
}
