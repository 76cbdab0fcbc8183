import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** The sample study whole. */
export const WHOLE_STUDY = 'peer-support';

/** The sample study as it was with its first seven sessions coded. */
export const FIRST_SEVEN = 'peer-support@first-seven';

/** A copy of a sample in a temporary folder: a git repository with the sample's history and its branches. */
export interface SampleCopy {
  readonly root: string;
  remove(): void;
}

/** Makes a copy of a sample as it is (`NAME`), or as it was in a version that its history names (`NAME@VERSION`). */
export async function copyOfSample(name: string): Promise<SampleCopy> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'verbatim-sample-'));
  const { copySample } = await import(pathToFileURL(path.resolve('scripts/lib/study-copy.mjs')).href);
  copySample(name, root);
  return { root, remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 3 }) };
}
