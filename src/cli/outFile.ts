import { existsSync, mkdtempSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CODEBOOK_FILE, PARTICIPANTS_FILE, placeOf, STUDY_FILE } from '../core/study/layout.js';
import type { Study } from '../core/study/study.js';
import { Refusal } from './refusal.js';

/**
 * Writes what a verb made into a file, whole or not at all. Files of the study itself are never written over.
 * @param name as somebody gave it, relative to the current folder
 * @param force whether a file that is there may be replaced
 * @returns its absolute path
 * @throws Refusal where it is there, is one of the study, or has no folder
 */
export function writeOut(
  { study, root, cwd }: { readonly study: Study; readonly root: string; readonly cwd: string },
  name: string,
  content: string | Uint8Array,
  force: boolean,
): string {
  const file = path.resolve(cwd, name);
  const folder = path.dirname(file);
  if (name === '' || !statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Refusal('no-folder', `There is no folder ${folder}.`, 'Make it first, or name a file in another folder.');
  const target = existsSync(file) ? realpathSync(file) : path.join(realpathSync(folder), path.basename(file));
  if (isOfStudy(study, path.relative(realpathSync(root), target).split(path.sep).join('/'))) {
    throw new Refusal('own-file', `${name} is a file of the study itself.`, 'Give the export another name.');
  }
  if (existsSync(target) && statSync(target).isDirectory())
    throw new Refusal('file-exists', `${name} is a folder.`, 'Name a file in it.');
  if (existsSync(target) && !force)
    throw new Refusal('file-exists', `${name} is there already.`, 'Choose another name, or add --force to replace it.');
  try {
    replace(target, content);
  } catch (error) {
    throw unwritable(name, error);
  }
  return file;
}

/** What a person is told where the system refuses to write. */
function unwritable(name: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  return new Refusal(
    'unwritable',
    `${name} cannot be written (${String(error.code)}).`,
    'Check that you may write into that folder and that the disk is not full, or name a file elsewhere.',
  );
}

function isOfStudy(study: Study, relative: string): boolean {
  const known = [CODEBOOK_FILE, PARTICIPANTS_FILE, STUDY_FILE].includes(relative.toLowerCase());
  return known || placeOf(relative) !== undefined || (study.exists(relative) && study.isTranscript(relative));
}

/** A temporary file beside it first: nobody finds half an export. */
function replace(target: string, content: string | Uint8Array): void {
  const folder = mkdtempSync(path.join(path.dirname(target), '.verbatim-export-'));
  try {
    const temporary = path.join(folder, path.basename(target));
    writeFileSync(temporary, content);
    renameSync(temporary, target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
