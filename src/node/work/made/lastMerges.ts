import type { LastMade, MadeMerge, StudyGit } from '../../../core/ports.js';
import { gitPieces } from '../../gitOutput.js';
import { whatIsBegun } from './begun.js';
import { bothChanged } from './bothChanged.js';
import { pastMerges } from './pastMerges.js';
import { type Stages, unmergedFiles } from './unmerged.js';

/**
 * What git is in the middle of putting together in the repository of a study, or the merges that the last version was made by. None where it was
 * made in another way.
 * @param folder absolute path of the study
 */
export async function lastMerges(folder: string, git: StudyGit): Promise<LastMade> {
  const unmerged = await unmergedFiles(folder);
  const begun = await whatIsBegun(folder, git, unmerged);
  if (begun !== undefined) {
    const { underWay, ours, theirs, bases } = begun;
    const files = await filesUnderWay(folder, git, begun, unmerged);
    return { merges: [{ underWay, ours, theirs, bases, made: undefined, files }], unknown: [] };
  }
  const merges: MadeMerge[] = [];
  const { known, unknown } = await pastMerges(folder, git);
  for (const past of known) {
    const files = await bothChanged(folder, past);
    merges.push({
      underWay: undefined,
      ...past,
      files: files.map(file => ({ ...file, isUnmerged: false, left: undefined })),
    });
  }
  return { merges, unknown };
}

async function filesUnderWay(
  folder: string,
  git: StudyGit,
  begun: Parameters<typeof bothChanged>[1],
  unmerged: ReadonlyMap<string, Stages>,
): Promise<MadeMerge['files']> {
  const [both, left] = await Promise.all([bothChanged(folder, begun), filesLeft(folder, git)]);
  const known = new Map(both.map(file => [file.path, file]));
  const conflicts = [...unmerged].map(([path, { base, ours, theirs }]) => {
    // Of several bases git makes one, with marks where they differ: the real ones say more.
    const bases = begun.bases.length > 1 ? (known.get(path)?.bases ?? [base]) : [base];
    return { path, bases, ours, theirs, isUnmerged: true };
  });
  const merged = both.filter(({ path }) => !unmerged.has(path)).map(file => ({ ...file, isUnmerged: false }));
  return [...conflicts, ...merged]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(file => ({ ...file, left: left.get(file.path) }));
}

/** The files as git left them when it stopped; none where this git does not write that down. */
async function filesLeft(folder: string, git: StudyGit): Promise<ReadonlyMap<string, string>> {
  const args = ['rev-parse', '--verify', '--quiet', 'AUTO_MERGE^{tree}'];
  const [tree] = await gitPieces({ folder, args, purpose: 'tell what it left', answers: [1, 128] }, '\n');
  return tree === undefined || tree === '' ? new Map() : git.files({ commit: tree });
}
