import { pathToFileURL } from 'node:url';

/** The address of a window that opens a folder, or nothing. */
export function windowAddress(origin, folder) {
  return `${origin}/?${new URLSearchParams(folder ? { folder } : { ew: 'true' })}`;
}

/** The address of a window that runs extension tests; it works with a server that was started with its driver on. */
export function testAddress(origin, { folder, extensions, tests, webWorker }) {
  const remote = file => `vscode-remote://${new URL(origin).host}${pathToFileURL(file).pathname}`;
  const payload = [
    ...extensions.map(dir => ['extensionDevelopmentPath', remote(dir)]),
    ['extensionTestsPath', remote(tests)],
    ...(webWorker ? [['extensionDevelopmentKind', 'web']] : []),
    ['skipWelcome', 'true'],
  ];
  return `${windowAddress(origin, folder)}&${new URLSearchParams({ payload: JSON.stringify(payload) })}`;
}
