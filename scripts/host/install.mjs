// A real VS Code and a browser for it, from npm packages alone. Built once into a folder of its own, named after the lock
// file; the folder gets its name only when it is complete, so a half-finished or a concurrent install is never mistaken for one.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { npm } from '../lib/npm.mjs';
import { inRepo } from '../lib/paths.mjs';
import { inflateChromium } from './chromium.mjs';

const manifest = ['package.json', 'package-lock.json', '.npmrc'].map(name => inRepo('scripts', 'host', name));
const cacheDir = () => path.resolve(process.env.VERBATIM_HOST_DIR || inRepo('.vscode-host'));

let host;

/** Where the host is, installed now if it is not there yet. */
export function ensureHost(log) {
  host ??= findOrInstall(log);
  return host;
}

async function findOrInstall(log = console.log) {
  const dir = path.join(cacheDir(), hashOfManifest());
  if (!existsSync(dir)) await install(dir, log);
  return {
    dir,
    serverMain: path.join(dir, 'node_modules', 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
    node: nodeBinary(dir),
  };
}

async function install(dir, log) {
  const started = Date.now();
  log(
    `Installing a browser-hosted VS Code into ${path.relative(process.cwd(), dir) || dir} (once, about a minute, 1 GB) …`,
  );
  const staging = `${dir}.${process.pid}`;
  removeLeftovers(path.dirname(dir));
  mkdirSync(staging, { recursive: true });
  for (const file of manifest) copyFileSync(file, path.join(staging, path.basename(file)));
  // No install scripts: they would compile for minutes what nobody here needs, or download what cannot be reached.
  await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], staging);
  log('  … the packages of VS Code itself');
  const vscode = path.join(staging, 'node_modules', 'code-server', 'lib', 'vscode');
  await npm(['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], vscode);
  log('  … the browser');
  await inflateChromium(staging, dir);
  try {
    renameSync(staging, dir);
  } catch (error) {
    // Another process was faster: its result is as good as this one.
    rmSync(staging, { recursive: true, force: true });
    if (!existsSync(dir)) throw error;
  }
  log(`  … done in ${Math.round((Date.now() - started) / 1000)} s`);
}

/** What killed installs left behind; an install that is still running is left alone. */
function removeLeftovers(cache) {
  if (!existsSync(cache)) return;
  for (const name of readdirSync(cache)) {
    const [, pid] = /^[0-9a-f]{12}\.(\d+)$/.exec(name) ?? [];
    if (pid && !isAlive(Number(pid))) rmSync(path.join(cache, name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function hashOfManifest() {
  const hash = createHash('sha256');
  for (const file of manifest) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}

/** VS Code's server needs Node 24. The packages that carry the binary are found directly: no install script has linked them. */
function nodeBinary(dir) {
  const packaged = path.join(dir, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(packaged)) return packaged;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Error(
    `The browser-hosted VS Code needs Node 24 on ${process.platform}-${process.arch}; this is Node ${process.version}.`,
  );
}
