import os from 'node:os';
import { gitPieces } from '../gitOutput.js';
import type { Place } from './place.js';

/** Takes back what starts a program when files are looked at, or goes to the network; see `gitProgram.ts`. */
const NOTHING = ['-c', 'core.fsmonitor=', '-c', `core.hooksPath=${os.devNull}`, '-c', 'protocol.allow=never'];
const FILTERS = '^filter\\..*\\.(clean|smudge|process|required)$';

/**
 * What git is told before a command so that it starts nothing that settings name. Files that a program converts are compared as they
 * are, where they look changed.
 * @throws where a setting cannot be taken back
 */
export async function startingNothing(place: Place): Promise<string[]> {
  const args = ['config', '-z', '--name-only', '--get-regexp', FILTERS];
  const request = { folder: place.top, args, purpose: 'read the settings of the repository', answers: [1] };
  const names = new Set(await gitPieces(request, '\0'));
  const odd = [...names].find(name => name.includes('='));
  if (odd !== undefined) throw new Error(`The setting ${odd} cannot be taken back; give the filter another name.`);
  return [...NOTHING, ...[...names].flatMap(name => ['-c', `${name}=${name.endsWith('.required') ? 'false' : ''}`])];
}
