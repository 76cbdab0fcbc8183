import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { windowAddress } from '../host/address.mjs';
import { startServer } from '../host/server.mjs';
import { isOnPath } from './choose-vscode.mjs';
import { inRepo, repoRoot } from './paths.mjs';

/** Opens a window of the desktop VS Code that is on this machine, if there is one. */
export async function openOnDesktop(folder) {
  const wish = process.env.VERBATIM_VSCODE;
  if (wish === 'browser') return false;
  const program = wish && wish !== 'desktop' ? wish : 'code';
  if (program === 'code' && !isOnPath('code')) return false;
  const args = [`--extensionDevelopmentPath=${repoRoot}`, '--new-window', folder];
  spawn(program, args, { detached: true, stdio: 'ignore', shell: process.platform === 'win32' }).unref();
  console.log(`Opening ${folder} in VS Code, with Verbatim loaded from source.`);
  return true;
}

/** Serves a window for any browser on this machine until Ctrl+C. The short address leads to the long one. */
export async function openInBrowser(folder) {
  console.log('There is no `code` command here, so this opens VS Code in a browser.');
  const settings = { 'workbench.startupEditor': 'readme' };
  const server = await startServer({ dataDir: inRepo('.demo', '.vscode-server'), extensions: [repoRoot], settings });
  const front = createServer((_, response) =>
    response.writeHead(302, { Location: windowAddress(server.origin, folder) }).end(),
  );
  const port = await listen(front);
  const address = `http://localhost:${port}/`;
  console.log(`\n  Verbatim is ready:  ${address}\n\n  Folder: ${folder}\n  Stop with Ctrl+C.\n`);
  showInBrowser(address);
  await server.closed;
  console.error(`VS Code's server has stopped by itself; its last words are in ${server.logFile}.`);
  process.exit(1);
}

/** A port that is easy to remember, or any other when that is taken. */
function listen(server) {
  return new Promise((resolve, reject) => {
    server.once('error', error => {
      if (error.code !== 'EADDRINUSE') return reject(error);
      server.listen(0, '127.0.0.1', () => resolve(server.address().port));
    });
    server.listen(3210, '127.0.0.1', () => resolve(3210));
  });
}

function showInBrowser(address) {
  const isVisible = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const [program, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform] ?? ['xdg-open'];
  if (!isVisible || !isOnPath(program)) return;
  spawn(program, [...args, address], { detached: true, stdio: 'ignore' })
    .on('error', () => {})
    .unref();
}
