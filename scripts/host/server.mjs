import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { eachLine } from '../lib/run.mjs';
import { onProcessEnd } from './cleanup.mjs';
import { ensureHost } from './install.mjs';
import { linkExtensions } from './installed.mjs';
import { calmSettings } from './settings.mjs';

/**
 * Starts VS Code's server on a free port of this machine and resolves once it listens.
 * `dataDir` keeps settings and state; without one they live in a temporary folder that goes when the server stops.
 * `extensions` are folders of extensions to install; `driver` lets an address name extensions and tests instead (address.mjs).
 * `patience`: for how many seconds the extension host of a window that went away is kept, should it come back; else for hours.
 */
export async function startServer(options = {}) {
  const {
    dataDir,
    userDataDir,
    extensionsDir,
    extensions,
    settings,
    restricted,
    driver,
    patience,
    port = 0,
    log,
  } = options;
  const { node, serverMain } = await ensureHost(log);
  const data = dataDir ?? mkdtempSync(path.join(os.tmpdir(), 'verbatim-host-'));
  const userData = userDataDir ?? path.join(data, 'data');
  const settingsFile = path.join(userData, 'User', 'settings.json');
  writeSettings(settingsFile, { ...calmSettings, ...settings });
  const installed = extensionsDir ?? path.join(data, 'extensions');
  if (extensions) linkExtensions(installed, extensions);
  const args = [
    serverMain,
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms'],
    ...['--telemetry-level', 'off', '--server-data-dir', data, '--user-data-dir', userData],
    ...['--extensions-dir', installed],
    // Makes a built VS Code honour the payload of an address. It also keeps messages from popping up, so a window that is
    // looked at does without.
    ...(driver ? ['--enable-smoke-test-driver'] : []),
    ...(restricted ? [] : ['--disable-workspace-trust']),
    ...(patience === undefined ? [] : ['--reconnection-grace-time', String(patience)]),
  ];
  // A process group of its own, so that the extension hosts and terminals it starts can be stopped with it.
  const server = spawn(node, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: serverEnv() });
  const closed = new Promise(resolve => server.once('close', resolve));
  const stopNow = () => {
    killGroup(server.pid);
    if (!dataDir) rmSync(data, { recursive: true, force: true, maxRetries: 3 });
  };
  const forget = onProcessEnd(stopNow);
  const logFile = path.join(data, 'server.log');
  const actualPort = await whenListening(server, logFile);
  return {
    origin: `http://localhost:${actualPort}`,
    dataDir: data,
    settingsFile,
    logFile,
    closed,
    async stop() {
      killGroup(server.pid);
      await closed;
      forget();
      stopNow();
    },
  };
}

function whenListening(server, logFile) {
  return new Promise((resolve, reject) => {
    // The server is chatty (it misses a native logger, for one): its words go to a file, for whoever needs them.
    const output = createWriteStream(logFile);
    const last = [];
    const hear = line => {
      output.write(`${line}\n`);
      last.push(line);
      if (last.length > 20) last.shift();
      const [, port] = /Extension host agent listening on (\d+)/.exec(line) ?? [];
      if (port) resolve(Number(port));
    };
    eachLine(server.stdout, hear);
    eachLine(server.stderr, hear);
    server.once('error', reject);
    server.once('close', code => {
      output.end();
      reject(new Error(`VS Code's server stopped (${code}) before it was ready:\n${last.join('\n')}`));
    });
  });
}

/** What the person has set before stays; only missing keys are filled in. */
function writeSettings(file, settings) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ ...settings, ...readSettings(file) }, undefined, 2)}\n`);
}

function readSettings(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

function serverEnv() {
  // Started from inside VS Code's own terminal, the server would take itself for a part of that window.
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|npm_)/.test(name));
  // No extension gallery: nothing here looks anything up.
  return { ...Object.fromEntries(inherited), EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
}

function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}
