import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { npm } from './npm.mjs';
import { inRepo } from './paths.mjs';

const marker = inRepo('node_modules', '.verbatim-lock');
const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(inRepo('package-lock.json')))
    .digest('hex');

/** Installs what the lock file says, once for each lock file: a fresh clone needs nothing but Node, npm and git. */
export async function ensureDependencies(log = console.log) {
  const hash = lockHash();
  if (existsSync(marker) && readFileSync(marker, 'utf8') === hash) return;
  if (!isInstalledByHand()) {
    log('Installing dependencies (npm ci) …');
    // Dev dependencies are asked for by name, as NODE_ENV=production would leave them out.
    await npm(['ci', '--include=dev', '--no-audit', '--no-fund'], inRepo());
  }
  writeFileSync(marker, hash);
}

/** npm keeps its own copy of the lock file: when it names the same versions, somebody has just run npm themselves. */
function isInstalledByHand() {
  const installed = inRepo('node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const packages = file => JSON.parse(readFileSync(file, 'utf8')).packages;
  const [wanted, found] = [packages(inRepo('package-lock.json')), packages(installed)];
  return Object.entries(wanted).every(
    ([name, { version, optional, peer }]) => name === '' || optional || peer || found[name]?.version === version,
  );
}
