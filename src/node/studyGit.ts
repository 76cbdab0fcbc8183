import type { Commit, GitHead, GitRef, LoggedCommit, StudyGit } from '../core/ports.js';
import { askRepository } from './askRepository.js';
import { parseCommit, type StoredCommit } from './gitCommits.js';
import { filesOfCommit, filesOfIndex, requireFullId } from './gitFiles.js';
import { branchAndBase } from './gitHead.js';
import { commitLog, type LogOptions } from './gitLog.js';
import { GitObjects } from './gitObjects.js';
import { gitPieces } from './gitOutput.js';
import { listRefs } from './gitRefs.js';

/**
 * The history of a study.
 * @param root absolute path of the study, which may be any folder of a repository
 * @param objects what reads blobs of that repository, where there is one already
 * @returns undefined where the folder is in no repository, or there is no git
 * @throws where git does not answer
 */
export async function studyGit(root: string, objects = new GitObjects(root)): Promise<StudyGit | undefined> {
  const [isInside] = await askRepository(root, ['--is-inside-work-tree']);
  return isInside === 'true' ? new NodeStudyGit(root, objects) : undefined;
}

class NodeStudyGit implements StudyGit {
  constructor(
    private readonly root: string,
    private readonly objects: GitObjects,
  ) {}

  async commit(name: string): Promise<Commit | undefined> {
    const found = await this.stored(name);
    if (found === undefined) return undefined;
    const { committed: _, ...commit } = found;
    // Where a history is cut off, there are commits whose parents are not here.
    const here = await Promise.all(commit.parents.map(parent => this.objects.commit(parent)));
    return { ...commit, parents: commit.parents.filter((_, i) => here[i] !== undefined) };
  }

  files(of: { readonly commit: string } | 'index'): Promise<ReadonlyMap<string, string>> {
    return of === 'index' ? filesOfIndex(this.root) : filesOfCommit(this.root, of.commit);
  }

  read(blob: string): Promise<Uint8Array | undefined> {
    return this.objects.read(blob);
  }

  async mergeBase(a: string, b: string): Promise<string | undefined> {
    [a, b].forEach(requireFullId);
    const args = ['merge-base', a, b];
    const purpose = 'find where two versions part';
    const [id] = await gitPieces({ folder: this.root, args, purpose, answers: [1] }, '\n');
    return id;
  }

  refs(): Promise<readonly GitRef[]> {
    return listRefs(this.root, id => this.stored(id));
  }

  async head(): Promise<GitHead> {
    const [where, commit] = await Promise.all([branchAndBase(this.root), this.objects.commit('HEAD')]);
    return { ...where, commit: commit?.id };
  }

  log(to: string, options: LogOptions = {}): Promise<readonly LoggedCommit[]> {
    return commitLog(this.root, to, options, id => this.required(id));
  }

  private async required(id: string): Promise<Commit> {
    const found = await this.stored(id);
    if (found === undefined) throw new Error(`Git could not read the saved version ${id}. Please try again.`);
    const { committed: _, ...commit } = found;
    return commit;
  }

  private async stored(name: string): Promise<StoredCommit | undefined> {
    const found = await this.objects.commit(name);
    return found && parseCommit(found.id, found.bytes);
  }
}
