import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Reads the part of VS Code's command line that matters to a test run; every other flag is accepted and ignored. */
export function parseFlags(args) {
  const value = name => args.filter(arg => arg.startsWith(`--${name}=`)).map(arg => arg.slice(name.length + 3));
  const one = name => value(name).at(-1);
  const folder = one('folder-uri') ?? args.findLast(arg => !arg.startsWith('-'));
  return {
    folder: folder && localPath(folder),
    extensions: value('extensionDevelopmentPath').map(localPath),
    tests: one('extensionTestsPath') && localPath(one('extensionTestsPath')),
    webWorker: one('extensionDevelopmentKind') === 'web',
    userDataDir: one('user-data-dir') && localPath(one('user-data-dir')),
    extensionsDir: one('extensions-dir') && localPath(one('extensions-dir')),
    restricted: !args.includes('--disable-workspace-trust'),
  };
}

function localPath(text) {
  return text.startsWith('file:') ? fileURLToPath(text) : path.resolve(text);
}
