import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Settings that send extensions to the web-worker extension host. The window's own flag for this is ignored for an extension
 * that also has a `main` entry, as it then prefers the machine the window is connected to.
 */
export function webWorkerSettings(extensionDirs) {
  const ids = extensionDirs.map(dir => {
    const { publisher, name } = JSON.parse(readFileSync(path.join(dir, 'package.json'), 'utf8'));
    return `${publisher}.${name}`;
  });
  return { 'remote.extensionKind': Object.fromEntries(ids.map(id => [id, ['web']])) };
}
