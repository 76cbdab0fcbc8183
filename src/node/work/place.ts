import { existsSync } from 'node:fs';
import path from 'node:path';
import { askRepository } from '../askRepository.js';

/** Where a study and its repository are. All absolute paths but the last. */
export interface Place {
  /** The study's folder. */
  readonly root: string;
  /** The folder that the repository keeps versions of. */
  readonly top: string;
  /** Git's folder of this working tree, where its index and HEAD are. */
  readonly gitDir: string;
  /** Git's folder of the repository, where branches and settings are; the same but for linked working trees. */
  readonly commonDir: string;
  /** The study's folder from `top`, with `/` at its end; empty where they are one. */
  readonly prefix: string;
}

/**
 * @returns undefined where the folder is in no repository, or there is no git
 * @throws where git does not answer
 */
export async function placeOf(root: string): Promise<Place | undefined> {
  const questions = ['--show-toplevel', '--absolute-git-dir', '--git-common-dir', '--show-prefix'];
  const [top, gitDir, commonDir, prefix] = await askRepository(root, questions);
  if (!top || !gitDir || !commonDir) return undefined;
  return {
    root,
    top: path.resolve(top),
    gitDir: path.resolve(gitDir),
    commonDir: path.resolve(root, commonDir),
    prefix: prefix ?? '',
  };
}

/** Whether git's folder of this working tree has a file or folder. */
export function hasInGitDir(place: Place, name: string): boolean {
  return existsSync(path.join(place.gitDir, name));
}
