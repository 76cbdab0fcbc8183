import type { StudyGit } from '../../ports.js';
import { decodeUtf8 } from '../../text/utf8.js';
import { splitMarks } from '../marks.js';
import type { FileVersions } from '../merge.js';
import { isText, readBlob, versionsOf } from '../mergeStudy.js';

/**
 * The versions of a file that was saved with conflict marks in it, where the version that brought them in is a merge; undefined where
 * nothing tells where they come from.
 * @param path from the study, of a file that has marks now
 */
export async function markedVersions(git: StudyGit, path: string): Promise<FileVersions | undefined> {
  const head = await git.commit('HEAD');
  if (head === undefined) return undefined;
  let made: readonly string[] | undefined;
  for (const commit of [...(await git.log(head.id, { paths: [path] }))].reverse()) {
    const bytes = await readBlob(git, path, commit.files.find(file => file.path === path)?.after);
    if (bytes === undefined || splitMarks(decodeUtf8(bytes)) === undefined) break;
    made = commit.parents;
  }
  const [ours, theirs, third] = made ?? [];
  if (ours === undefined || theirs === undefined || third !== undefined) return undefined;
  const base = await git.mergeBase(ours, theirs);
  const read = async (commit: string | undefined): Promise<Uint8Array | undefined> =>
    commit === undefined ? undefined : readBlob(git, path, (await git.files({ commit })).get(path));
  const [mine, other, before] = await Promise.all([ours, theirs, base].map(read));
  return [mine, other].every(isText) ? versionsOf(path, [before], mine, other) : undefined;
}
