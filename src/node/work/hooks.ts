import { existsSync } from 'node:fs';
import path from 'node:path';
import { ownGit } from './ownGit.js';
import type { Place } from './place.js';

/** Whether one of these hooks would run. */
export async function hasHook(place: Place, names: readonly string[]): Promise<boolean> {
  const args = ['rev-parse', '--git-path', 'hooks'];
  const said = (await ownGit(place, { args, purpose: 'find its checks' })).trimEnd();
  return names.some(name => existsSync(path.resolve(place.top, said, name)));
}
