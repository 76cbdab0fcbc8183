import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';

/** Makes a fresh extensions folder in which extensions are installed from source: a link, so a rebuild needs only a reload. */
export function linkExtensions(extensionsDir, sources) {
  rmSync(extensionsDir, { recursive: true, force: true });
  mkdirSync(extensionsDir, { recursive: true });
  for (const source of sources) {
    const { publisher, name, version } = JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8'));
    symlinkSync(source, path.join(extensionsDir, `${publisher}.${name}-${version}`), 'junction');
  }
}
