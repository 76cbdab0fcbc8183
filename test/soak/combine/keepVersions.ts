import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { World } from '../clones/world.js';
import type { Step } from './step.js';

/**
 * Keeps the versions of a file that did not become what it had to, so that it can be looked at and tried again.
 * @returns the folder they are in
 */
export function keepVersions(
  { versions }: World,
  root: string,
  { bases, ours, theirs, got }: Step,
  file: string,
): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'verbatim-soak-fault-'));
  const put = (name: string, commit: string): void => {
    const text = versions.text(root, commit, file);
    if (text !== undefined) writeFileSync(path.join(folder, `${name}-${path.basename(file)}`), text);
  };
  for (const [i, base] of bases.entries()) put(`base${i + 1}`, base);
  put('ours', ours);
  put('theirs', theirs);
  put('got', got);
  return folder;
}
