import { studyPath } from '../../gitFiles.js';
import { readGit } from '../../gitOutput.js';

/** The versions of a file that git could not put together: blob ids (all hex digits), undefined where the file was not there. */
export interface Stages {
  readonly base: string | undefined;
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
}

const NAMES = ['base', 'ours', 'theirs'] as const;

/**
 * The files of a study that git has as conflicts, by their paths from it.
 * @param folder absolute path of the study
 */
export async function unmergedFiles(folder: string): Promise<ReadonlyMap<string, Stages>> {
  const files = new Map<string, Stages>();
  const args = ['ls-files', '--unmerged', '-z'];
  await readGit({ folder, args, purpose: 'list what is not merged yet' }, '\0', entry => {
    const [, id, stage, at] = /^100\d{3} ([0-9a-f]+) ([1-3])\t(.+)$/s.exec(entry) ?? [];
    const path = at === undefined ? undefined : studyPath(at);
    const name = NAMES[Number(stage) - 1];
    if (path === undefined || name === undefined) return;
    files.set(path, { base: undefined, ours: undefined, theirs: undefined, ...files.get(path), [name]: id });
  });
  return files;
}
