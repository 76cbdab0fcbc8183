import type { FileBlobs, StudyGit } from '../ports.js';
import { decodeUtf8 } from '../text/utf8.js';
import type { FileVersions } from './merge.js';

/** Reads the texts that versions have of a file through git. */
export async function readVersions(git: StudyGit, { path, bases, ours, theirs }: FileBlobs): Promise<FileVersions> {
  const text = async (blob: string | undefined): Promise<string | undefined> => {
    const bytes = blob === undefined ? undefined : await git.read(blob);
    return bytes && decodeUtf8(bytes);
  };
  return { path, bases: await Promise.all(bases.map(text)), ours: await text(ours), theirs: await text(theirs) };
}
