import { gitPieces } from './gitOutput.js';

/** How long git may take to say something of a repository, in milliseconds. */
const SHORT = 10_000;
/** What git ends with where a folder is in no repository. */
const NONE = 128;

/**
 * What git says of the repository that a folder is in.
 * @param folder absolute path
 * @param questions options of `git rev-parse`
 * @param patience how long it may take, in milliseconds
 * @returns a line for each question; none where the folder is in no repository, is gone, or there is no git
 * @throws where git does not answer: that is never taken for a folder that has no repository, where a person would be offered to make one
 */
export async function askRepository(
  folder: string,
  questions: readonly string[],
  patience = SHORT,
): Promise<readonly string[]> {
  const args = ['rev-parse', ...questions];
  const purpose = 'tell whether versions are kept of this folder';
  try {
    return await gitPieces({ folder, args, purpose, patience, answers: [NONE] }, '\n');
  } catch (error) {
    const cause = error instanceof Error ? (error.cause as NodeJS.ErrnoException | undefined) : undefined;
    if (cause?.code === 'ENOENT') return [];
    throw error;
  }
}
