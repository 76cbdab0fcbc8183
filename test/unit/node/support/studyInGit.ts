import path from 'node:path';
import type { StudyGit } from '../../../../src/core/ports.js';
import { NodeFileStore } from '../../../../src/node/fileStore.js';

/** The history of the study in a folder, as the desktop and the command line ask for it. @throws where there is none */
export async function historyOf(root: string, folder = '.'): Promise<StudyGit> {
  const git = await new NodeFileStore(path.join(root, folder), () => true).git();
  if (git === undefined) throw new Error(`no history in ${folder}`);
  return git;
}
