import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Environment } from '../core/ports.js';
import { Study } from '../core/study/study.js';
import { systemEnvironment } from './environment.js';
import { NodeFileStore } from './fileStore.js';

/**
 * Opens the study in a folder of this disk and reads its codings and codebook; transcripts only where one is gone that may
 * have been renamed. Nothing is written.
 * @param folder absolute, or relative to the process' current folder
 * @throws where there is no such folder, or the disk refuses to read it
 */
export async function openStudy(folder: string, environment: Environment = systemEnvironment): Promise<Study> {
  const root = path.resolve(folder);
  if (!(await isFolder(root))) throw new Error(`There is no folder ${root}.`);
  const study = new Study(new NodeFileStore(root, () => true), environment);
  await study.refresh();
  await study.followRenames();
  return study;
}

async function isFolder(root: string): Promise<boolean> {
  try {
    return (await stat(root)).isDirectory();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}
