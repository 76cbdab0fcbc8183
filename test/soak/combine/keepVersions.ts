import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { World } from '../clones/world.js';
import type { Step } from './step.js';
import { virtualBases } from './virtualBases.js';

/**
 * Keeps the versions of a file that did not become what it had to, so that it can be looked at and tried again.
 * @returns the folder they are in
 */
export function keepVersions(world: World, root: string, { bases, ours, theirs, got }: Step, file: string): string {
  const { versions } = world;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-soak-fault-'));
  const put = (name: string, commit: string): void => {
    const text = versions.text(root, commit, file);
    if (text !== undefined) writeFileSync(path.join(folder, `${name}-${path.basename(file)}`), text);
  };
  for (const [i, base] of bases.entries()) put(`raw${i + 1}`, base);
  for (const [i, text] of virtualBases(world, root, bases, file).texts.entries())
    if (text !== undefined) writeFileSync(path.join(folder, `base${i + 1}-${path.basename(file)}`), text);
  put('ours', ours);
  put('theirs', theirs);
  put('got', got);
  return folder;
}
