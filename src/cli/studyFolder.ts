import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { CODEBOOK_FILE, CODINGS_FOLDER, STUDY_FILE } from '../core/study/layout.js';
import type { Study } from '../core/study/study.js';
import { openStudy } from '../node/studies.js';
import type { Io } from './io.js';
import { Refusal } from './refusal.js';

/**
 * Opens the study a verb is about: the folder that was named, else the current one. Where the current folder holds no
 * mark of a study but one above it does, that is said; a verb that writes then does not go on, because it would start a
 * second study inside the first.
 * @param named value of `--study`
 * @throws Refusal where there is no such folder
 */
export async function openStudyFolder(
  io: Io,
  named: string | undefined,
  writes: boolean,
): Promise<{ study: Study; root: string }> {
  const root = path.resolve(io.cwd, named ?? '.');
  if (named === '' || !existsSync(root)) {
    throw new Refusal(
      'no-study',
      `There is no folder ${named === '' ? '“”' : root}.`,
      'Name the folder of the study with --study DIR.',
    );
  }
  if (!isFolder(root))
    throw new Refusal('no-study', `${root} is not a folder.`, 'Name the folder of the study with --study DIR.');
  const above = named === undefined ? studyAbove(root) : undefined;
  if (above !== undefined) {
    const message = `The current folder is no study of its own, but lies in one: ${above}.`;
    const relative = path.relative(io.cwd, above);
    if (writes)
      throw new Refusal('inside-study', message, `Add --study ${relative}, or --study . if this folder is meant.`);
    io.stderr(`Hint: ${message}\n  If you mean that one, add --study ${relative}.\n`);
  }
  return { study: await openStudy(root, io.environment), root };
}

/** The nearest folder above that holds the mark of a study, where the folder itself holds none. */
function studyAbove(folder: string): string | undefined {
  if (isMarked(folder)) return undefined;
  for (let above = path.dirname(folder), below = folder; above !== below; below = above, above = path.dirname(above)) {
    if (isMarked(above)) return above;
  }
  return undefined;
}

function isMarked(folder: string): boolean {
  return (
    [STUDY_FILE, CODEBOOK_FILE].some(file => existsSync(path.join(folder, file))) ||
    isFolder(path.join(folder, CODINGS_FOLDER))
  );
}

function isFolder(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
