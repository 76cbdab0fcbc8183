import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository, whatever folder a script is called from. */
export const repoRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** A path inside the repository. */
export const inRepo = (...parts) => path.join(repoRoot, ...parts);
